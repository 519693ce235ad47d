/** Idempotency-Key: a request repeated with the same key takes effect once and gets the same answer. */
@NullMarked
package dev.hearth.platform.idempotency;

import org.jspecify.annotations.NullMarked;
