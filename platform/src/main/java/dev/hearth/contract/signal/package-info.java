/** Payloads of the events on {@code hearth.signal}: the public contract, changed only by addition. */
@NullMarked
package dev.hearth.contract.signal;

import org.jspecify.annotations.NullMarked;
