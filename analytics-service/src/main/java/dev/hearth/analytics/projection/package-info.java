/** The topic {@code hearth.engagement} as sets in memory, kept in MongoDB, and how fresh they are. */
@NullMarked
package dev.hearth.analytics.projection;

import org.jspecify.annotations.NullMarked;
