/** Who comes, stays, goes and comes back: lifecycle by period, and retention of cohorts. */
@NullMarked
package dev.hearth.analytics.cohort;

import org.jspecify.annotations.NullMarked;
