package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member left a group (退群).
 *
 * @param memberId who left
 * @param groupId which group
 * @param localDate the local day on which it happened, the group's, else the community's; absent in facts told before
 *     this was said: then the UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.group-left.v1", topic = "hearth.member")
public record GroupLeft(
        String memberId, String groupId, @Nullable LocalDate localDate) {}
