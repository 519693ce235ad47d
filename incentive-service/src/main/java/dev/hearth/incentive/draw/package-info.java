/** Draws (抽奖): lawful, because none opens without its terms; provable, because anybody can draw the winners again. */
@NullMarked
package dev.hearth.incentive.draw;

import org.jspecify.annotations.NullMarked;
