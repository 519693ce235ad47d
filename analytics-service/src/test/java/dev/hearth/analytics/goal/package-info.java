@NullMarked
package dev.hearth.analytics.goal;

import org.jspecify.annotations.NullMarked;
