/** What must come out: expected figures from files or from plain loops, and the comparison with what was measured. */
@NullMarked
package dev.hearth.acceptance.truth;

import org.jspecify.annotations.NullMarked;
