/** Transactions taken back; what was spent meanwhile is owed. */
@NullMarked
package dev.hearth.incentive.wallet.reversal;

import org.jspecify.annotations.NullMarked;
