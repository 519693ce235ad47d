@NullMarked
package dev.hearth.analytics.projection;

import org.jspecify.annotations.NullMarked;
