package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.util.Set;

/**
 * A member's tags changed.
 *
 * @param memberId whose tags
 * @param added tags the member has now and had not before
 * @param removed tags the member had before and has no longer
 */
@Contract(type = "dev.hearth.member.tagged.v1", topic = "hearth.member")
public record MemberTagged(String memberId, Set<String> added, Set<String> removed) {
    public MemberTagged {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }
}
