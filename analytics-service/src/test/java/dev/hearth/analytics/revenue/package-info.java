@NullMarked
package dev.hearth.analytics.revenue;

import org.jspecify.annotations.NullMarked;
