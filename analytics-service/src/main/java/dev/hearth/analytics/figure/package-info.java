/** Figures over HTTP: which were asked for, and what they are. */
@NullMarked
package dev.hearth.analytics.figure;

import org.jspecify.annotations.NullMarked;
