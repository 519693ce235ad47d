@NullMarked
package dev.hearth.analytics.figure;

import org.jspecify.annotations.NullMarked;
