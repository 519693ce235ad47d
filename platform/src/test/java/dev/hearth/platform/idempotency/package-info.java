@NullMarked
package dev.hearth.platform.idempotency;

import org.jspecify.annotations.NullMarked;
