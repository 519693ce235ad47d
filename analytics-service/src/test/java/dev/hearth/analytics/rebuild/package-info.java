@NullMarked
package dev.hearth.analytics.rebuild;

import org.jspecify.annotations.NullMarked;
