/** Runs what a service's OpenAPI says, and checks that it says enough. */
@NullMarked
package dev.hearth.platform.openapi;

import org.jspecify.annotations.NullMarked;
