/** Stretches of days that a community has given a name, and what they are compared with. */
@NullMarked
package dev.hearth.analytics.window;

import org.jspecify.annotations.NullMarked;
