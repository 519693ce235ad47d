/** Payloads of the events on {@code hearth.metric}: the public contract, changed only by addition. */
@NullMarked
package dev.hearth.contract.metric;

import org.jspecify.annotations.NullMarked;
