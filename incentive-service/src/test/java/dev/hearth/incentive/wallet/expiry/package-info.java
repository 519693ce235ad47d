@NullMarked
package dev.hearth.incentive.wallet.expiry;

import org.jspecify.annotations.NullMarked;
