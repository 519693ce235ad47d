@NullMarked
package dev.hearth.analytics.funnel;

import org.jspecify.annotations.NullMarked;
