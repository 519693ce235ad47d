/** The one HTTP client of the tools and tests: what any product team could write against the public interface. */
@NullMarked
package dev.hearth.acceptance.client;

import org.jspecify.annotations.NullMarked;
