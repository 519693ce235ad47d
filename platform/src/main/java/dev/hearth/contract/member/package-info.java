/** Payloads of the events on the {@code hearth.member} topics: the public contract, changed only by addition. */
@NullMarked
package dev.hearth.contract.member;

import org.jspecify.annotations.NullMarked;
