package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's level changed.
 *
 * @param memberId whose level
 * @param from the level before, 0 upwards
 * @param to the level now, 0 upwards
 * @param localDate the community's local day on which it happened; absent in facts told before this was said: then the
 *     UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.level-changed.v1", topic = "hearth.member")
public record MemberLevelChanged(
        String memberId, int from, int to, @Nullable LocalDate localDate) {}
