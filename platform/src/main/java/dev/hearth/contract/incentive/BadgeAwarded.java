package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member got a badge (勋章).
 *
 * @param memberId who got it
 * @param badge the badge's id
 * @param source what it was awarded for: {@code challenge/<id>/<stage>}, or {@code operator}
 * @param reason why, where an operator said so
 */
@Contract(type = "dev.hearth.incentive.badge-awarded.v1", topic = "hearth.incentive")
public record BadgeAwarded(
        String memberId,
        String badge,
        String source,
        @Nullable String reason) {}
