package dev.hearth.incentive.compensation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's part in a compensation.
 *
 * @param member who
 * @param heldOut whether the member gets nothing, to compare with
 * @param points what the member got
 * @param grantedAt when
 * @param localDate the community's day
 * @param before the figure of as many days before, once settled, where they were observed
 * @param after the figure of the horizon's days, once settled
 */
record MemberGrant(
        String member,
        boolean heldOut,
        long points,
        Instant grantedAt,
        LocalDate localDate,
        @Nullable Long before,
        @Nullable Long after) {}
