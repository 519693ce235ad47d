/** Who the members are, live from {@code hearth.member-state}: whose acts count, by tag, level and target audience. */
@NullMarked
package dev.hearth.analytics.population;

import org.jspecify.annotations.NullMarked;
