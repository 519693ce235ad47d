/** Points that are reserved: captured, released, or given back when their time is over. */
@NullMarked
package dev.hearth.incentive.wallet.hold;

import org.jspecify.annotations.NullMarked;
