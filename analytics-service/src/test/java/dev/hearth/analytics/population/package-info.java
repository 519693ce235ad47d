@NullMarked
package dev.hearth.analytics.population;

import org.jspecify.annotations.NullMarked;
