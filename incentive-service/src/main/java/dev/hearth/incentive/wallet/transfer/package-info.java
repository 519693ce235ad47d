/** Points that members give each other. */
@NullMarked
package dev.hearth.incentive.wallet.transfer;

import org.jspecify.annotations.NullMarked;
