@NullMarked
package dev.hearth.analytics.segment;

import org.jspecify.annotations.NullMarked;
