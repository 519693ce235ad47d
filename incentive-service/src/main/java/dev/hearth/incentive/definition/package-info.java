/** What operators configure, of any feature: versioned, drafted, put in force, retired; never rewritten. */
@NullMarked
package dev.hearth.incentive.definition;

import org.jspecify.annotations.NullMarked;
