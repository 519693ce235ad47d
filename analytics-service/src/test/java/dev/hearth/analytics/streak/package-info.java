@NullMarked
package dev.hearth.analytics.streak;

import org.jspecify.annotations.NullMarked;
