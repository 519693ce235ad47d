@NullMarked
package dev.hearth.analytics.drill;

import org.jspecify.annotations.NullMarked;
