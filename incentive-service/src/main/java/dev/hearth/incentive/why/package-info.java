/** Why points moved: from any entry to the rule, the computation and the event. */
@NullMarked
package dev.hearth.incentive.why;

import org.jspecify.annotations.NullMarked;
