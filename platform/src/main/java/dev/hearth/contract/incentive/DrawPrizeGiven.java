package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member got the prize that was won.
 *
 * @param memberId who got it
 * @param draw the draw's id
 * @param prize the prize's id
 * @param position the place of the win among those of the draw, from 0
 * @param reference how it was handed over, e.g. the number of a parcel, where it was said
 */
@Contract(type = "dev.hearth.incentive.draw-prize-given.v1", topic = "hearth.incentive")
public record DrawPrizeGiven(
        String memberId,
        String draw,
        String prize,
        int position,
        @Nullable String reference) {}
