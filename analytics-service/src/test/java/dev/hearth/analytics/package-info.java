@NullMarked
package dev.hearth.analytics;

import org.jspecify.annotations.NullMarked;
