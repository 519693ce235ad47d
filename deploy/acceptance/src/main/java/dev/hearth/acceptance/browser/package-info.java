/** A real browser, for what can only be seen in one. */
@NullMarked
package dev.hearth.acceptance.browser;

import org.jspecify.annotations.NullMarked;
