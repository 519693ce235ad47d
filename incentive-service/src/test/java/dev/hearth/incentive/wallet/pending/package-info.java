@NullMarked
package dev.hearth.incentive.wallet.pending;

import org.jspecify.annotations.NullMarked;
