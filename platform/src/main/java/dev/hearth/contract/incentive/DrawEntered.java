package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * A member entered a draw.
 *
 * @param memberId who entered
 * @param draw the draw's id
 * @param lane the number of the list that holds the entry, from 0
 * @param number the place in the list, from 1
 * @param entrant how the member stands in the list, in hexadecimal
 * @param head SHA-256 that stands for the list up to this entry, in hexadecimal
 */
@Contract(type = "dev.hearth.incentive.draw-entered.v1", topic = "hearth.incentive")
public record DrawEntered(String memberId, String draw, int lane, long number, String entrant, String head) {}
