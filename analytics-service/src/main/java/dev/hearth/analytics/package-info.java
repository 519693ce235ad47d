/** What members' activity means: figures over sets, live and exact. */
@NullMarked
package dev.hearth.analytics;

import org.jspecify.annotations.NullMarked;
