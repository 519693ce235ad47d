package dev.hearth.incentive.redemption;

import java.util.Optional;

/**
 * A redemption with what only its member is told.
 *
 * @param redemption the redemption
 * @param code the code of a coupon that is fulfilled
 */
record Redeemed(Redemption redemption, Optional<String> code) {}
