@NullMarked
package dev.hearth.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
