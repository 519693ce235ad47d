/** Points that become spendable later: after a time, or on an event. */
@NullMarked
package dev.hearth.incentive.wallet.pending;

import org.jspecify.annotations.NullMarked;
