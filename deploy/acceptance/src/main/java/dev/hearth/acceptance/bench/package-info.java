/** {@code hearth bench}: how fast the suite is, as a ratio to a bare baseline of the same run. */
@NullMarked
package dev.hearth.acceptance.bench;

import org.jspecify.annotations.NullMarked;
