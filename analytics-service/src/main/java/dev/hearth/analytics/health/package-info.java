/** How groups are: cold or flooded, worth coming to, led by somebody; and which need somebody most. */
@NullMarked
package dev.hearth.analytics.health;

import org.jspecify.annotations.NullMarked;
