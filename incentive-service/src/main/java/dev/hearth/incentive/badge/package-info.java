/** Badges (勋章): what there is, who has which, and why. */
@NullMarked
package dev.hearth.incentive.badge;

import org.jspecify.annotations.NullMarked;
