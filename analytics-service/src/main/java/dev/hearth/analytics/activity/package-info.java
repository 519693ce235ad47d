/**
 * Activity as sets: who acted on which local day, in which group, with which kind. Pure: no framework, no store, no
 * topic. Adding is idempotent and its order does not matter, so repeats, disorder and late events give the same
 * answers; partitions hold disjoint members, so their figures add up.
 */
@NullMarked
package dev.hearth.analytics.activity;

import org.jspecify.annotations.NullMarked;
