@NullMarked
package dev.hearth.analytics.metric;

import org.jspecify.annotations.NullMarked;
