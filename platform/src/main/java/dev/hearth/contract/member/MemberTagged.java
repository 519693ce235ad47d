package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member's tags changed.
 *
 * @param memberId whose tags
 * @param added tags the member has now and had not before
 * @param removed tags the member had before and has no longer
 * @param localDate the community's local day on which it happened; absent in facts told before this was said: then the
 *     UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.tagged.v1", topic = "hearth.member")
public record MemberTagged(
        String memberId,
        Set<String> added,
        Set<String> removed,
        @Nullable LocalDate localDate) {
    public MemberTagged {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }
}
