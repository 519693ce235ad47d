@NullMarked
package dev.hearth.analytics.cohort;

import org.jspecify.annotations.NullMarked;
