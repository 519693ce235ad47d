/** Kinds of events: the standard catalogue and what communities declare for themselves. */
@NullMarked
package dev.hearth.engagement.kind;

import org.jspecify.annotations.NullMarked;
