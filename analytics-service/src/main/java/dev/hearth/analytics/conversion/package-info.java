/** Who buys, who buys again, and what it brings. */
@NullMarked
package dev.hearth.analytics.conversion;

import org.jspecify.annotations.NullMarked;
