package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member won a prize in a draw.
 *
 * @param memberId who won
 * @param draw the draw's id
 * @param lane the number of the list that holds the entry, from 0
 * @param number the place of the entry in the list, from 1
 * @param prize the prize's id
 * @param currency of the points that the prize is, if it is points
 * @param points that the prize is, if it is points, 1 or more
 */
@Contract(type = "dev.hearth.incentive.draw-won.v1", topic = "hearth.incentive")
public record DrawWon(
        String memberId,
        String draw,
        int lane,
        long number,
        String prize,
        @Nullable String currency,
        @Nullable Long points) {}
