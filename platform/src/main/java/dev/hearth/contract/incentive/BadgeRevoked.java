package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * A badge was taken back.
 *
 * @param memberId who had it
 * @param badge the badge's id
 * @param source what took it: {@code challenge/<id>/<stage>} where its condition no longer holds, or {@code operator}
 * @param reason why
 */
@Contract(type = "dev.hearth.incentive.badge-revoked.v1", topic = "hearth.incentive")
public record BadgeRevoked(String memberId, String badge, String source, String reason) {}
