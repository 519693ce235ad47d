package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.Instant;

/**
 * A draw (抽奖) opened. From now on its terms are frozen and entries are taken.
 *
 * @param draw the draw's id, unique in the community for ever
 * @param mode when winners are decided
 * @param termsHash SHA-256 of the frozen terms, in hexadecimal
 * @param commitment SHA-256 of the seed that decides, in hexadecimal; the seed is revealed at the end
 * @param opensAt from when entries are taken
 * @param closesAt until when entries are taken
 */
@Contract(type = "dev.hearth.incentive.draw-opened.v1", topic = "hearth.incentive")
public record DrawOpened(
        String draw, DrawMode mode, String termsHash, String commitment, Instant opensAt, Instant closesAt) {}
