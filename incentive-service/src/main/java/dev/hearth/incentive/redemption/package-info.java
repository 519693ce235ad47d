/**
 * Redemption of rewards: reserve, confirm, fulfil, or in one step; cancel, time out, refund. Points are held while a
 * reward is reserved, and return to the lots that they came from.
 */
@NullMarked
package dev.hearth.incentive.redemption;

import org.jspecify.annotations.NullMarked;
