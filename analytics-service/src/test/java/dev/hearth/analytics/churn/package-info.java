@NullMarked
package dev.hearth.analytics.churn;

import org.jspecify.annotations.NullMarked;
