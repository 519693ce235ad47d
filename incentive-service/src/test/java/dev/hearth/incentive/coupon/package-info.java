@NullMarked
package dev.hearth.incentive.coupon;

import org.jspecify.annotations.NullMarked;
