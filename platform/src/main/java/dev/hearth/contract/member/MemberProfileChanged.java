package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.util.Set;

/**
 * Other particulars of a member changed. Names the fields only: their values may be personal.
 *
 * @param memberId whose particulars
 * @param fields which of {@code displayName}, {@code channel}, {@code zone} and {@code planted}
 */
@Contract(type = "dev.hearth.member.profile-changed.v1", topic = "hearth.member")
public record MemberProfileChanged(String memberId, Set<String> fields) {
    public MemberProfileChanged {
        fields = Set.copyOf(fields);
    }
}
