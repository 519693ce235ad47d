@NullMarked
package dev.hearth.analytics.window;

import org.jspecify.annotations.NullMarked;
