package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * A draw takes no more entries: what it is drawn from is fixed.
 *
 * @param draw the draw's id
 * @param entries how many there are, 0 or more
 * @param root SHA-256 that stands for all lists, in hexadecimal
 */
@Contract(type = "dev.hearth.incentive.draw-closed.v1", topic = "hearth.incentive")
public record DrawClosed(String draw, long entries, String root) {}
