/** How much of each reward is left: changed by entries, taken and given back by redemptions, never below zero. */
@NullMarked
package dev.hearth.incentive.stock;

import org.jspecify.annotations.NullMarked;
