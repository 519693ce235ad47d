package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A draw is drawn: its seed is revealed, anybody can draw the winners again from its proof.
 *
 * @param draw the draw's id
 * @param seed the seed that was committed to, in hexadecimal
 * @param beacon what its public source said after the closing, where the terms name one
 * @param winners how many prizes were won, 0 or more
 */
@Contract(type = "dev.hearth.incentive.draw-drawn.v1", topic = "hearth.incentive")
public record DrawDrawn(String draw, String seed, @Nullable String beacon, int winners) {}
