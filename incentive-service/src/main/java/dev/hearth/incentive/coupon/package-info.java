/** Coupon codes: uploaded or generated, set aside for one redemption at a time, given once. */
@NullMarked
package dev.hearth.incentive.coupon;

import org.jspecify.annotations.NullMarked;
