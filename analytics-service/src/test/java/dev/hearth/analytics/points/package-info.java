@NullMarked
package dev.hearth.analytics.points;

import org.jspecify.annotations.NullMarked;
