@NullMarked
package dev.hearth.analytics.conversion;

import org.jspecify.annotations.NullMarked;
