/** What members say of how they like it. */
@NullMarked
package dev.hearth.analytics.satisfaction;

import org.jspecify.annotations.NullMarked;
