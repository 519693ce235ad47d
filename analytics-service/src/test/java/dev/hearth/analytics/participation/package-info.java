@NullMarked
package dev.hearth.analytics.participation;

import org.jspecify.annotations.NullMarked;
