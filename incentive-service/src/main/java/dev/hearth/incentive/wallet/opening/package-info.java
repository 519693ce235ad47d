/** Opening balances: uploaded in parts, booked by a task. */
@NullMarked
package dev.hearth.incentive.wallet.opening;

import org.jspecify.annotations.NullMarked;
