package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other particulars of a member changed. Names the fields only: their values may be personal.
 *
 * @param memberId whose particulars
 * @param fields which of {@code displayName}, {@code channel}, {@code zone} and {@code planted}
 * @param localDate the community's local day on which it happened; absent in facts told before this was said: then the
 *     UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.profile-changed.v1", topic = "hearth.member")
public record MemberProfileChanged(
        String memberId, Set<String> fields, @Nullable LocalDate localDate) {
    public MemberProfileChanged {
        fields = Set.copyOf(fields);
    }
}
