/** Earning rules and the caps they share, as operators write them: versioned, never rewritten. */
@NullMarked
package dev.hearth.incentive.rule;

import org.jspecify.annotations.NullMarked;
