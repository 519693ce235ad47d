@NullMarked
package dev.hearth.analytics.health;

import org.jspecify.annotations.NullMarked;
