package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * A draw was cancelled while it was open: its seed is revealed, what its entries cost goes back.
 *
 * @param draw the draw's id
 * @param seed the seed that was committed to, in hexadecimal
 * @param entries how many there were, 0 or more
 * @param reason why, as the operator said
 */
@Contract(type = "dev.hearth.incentive.draw-cancelled.v1", topic = "hearth.incentive")
public record DrawCancelled(String draw, String seed, long entries, String reason) {}
