/** Corrections by hand, large ones approved by a second person. */
@NullMarked
package dev.hearth.incentive.wallet.adjustment;

import org.jspecify.annotations.NullMarked;
