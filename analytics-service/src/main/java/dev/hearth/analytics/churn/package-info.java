/** Which members are likely to stay away, and why. */
@NullMarked
package dev.hearth.analytics.churn;

import org.jspecify.annotations.NullMarked;
