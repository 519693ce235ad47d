/**
 * The whole suite on one machine: {@code ./hearth up}, and the same as a library for tests over the packaged services.
 */
@NullMarked
package dev.hearth.local.stack;

import org.jspecify.annotations.NullMarked;
