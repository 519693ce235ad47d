@NullMarked
package dev.hearth.analytics.health.pulse;

import org.jspecify.annotations.NullMarked;
