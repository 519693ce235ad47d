/** The kinds of event that rules and challenges may name. */
@NullMarked
package dev.hearth.incentive.kind;

import org.jspecify.annotations.NullMarked;
