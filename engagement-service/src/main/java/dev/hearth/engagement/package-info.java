/** Engagement service: takes in what members do and hands it to the {@code hearth.engagement} topic. */
@NullMarked
package dev.hearth.engagement;

import org.jspecify.annotations.NullMarked;
