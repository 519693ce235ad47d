/**
 * Chance that can be proved: a secret seed that is committed to before, and numbers that follow from it alone. Pure.
 */
@NullMarked
package dev.hearth.incentive.chance;

import org.jspecify.annotations.NullMarked;
