/** Problem details (RFC 9457): how every refusal reaches the caller. */
@NullMarked
package dev.hearth.platform.problem;

import org.jspecify.annotations.NullMarked;
