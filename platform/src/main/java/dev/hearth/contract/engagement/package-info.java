/** Payloads of the events on the {@code hearth.engagement} topics: the public contract, changed only by addition. */
@NullMarked
package dev.hearth.contract.engagement;

import org.jspecify.annotations.NullMarked;
