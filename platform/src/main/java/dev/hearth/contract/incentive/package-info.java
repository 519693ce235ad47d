/** Payloads of the events on the {@code hearth.incentive} topics: the public contract, changed only by addition. */
@NullMarked
package dev.hearth.contract.incentive;

import org.jspecify.annotations.NullMarked;
