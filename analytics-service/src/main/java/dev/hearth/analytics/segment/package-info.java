/**
 * The durable form of activity. Each partition is a chain of immutable segments; a segment keeps what one stretch of
 * the topic added, so sets and position can never disagree. One small document per partition, its chain, says which
 * segments count: replacing it is the only change that takes effect, and it takes effect only if nobody else replaced
 * it and the store did not fall back behind it. Whatever a crash leaves half done is not in a chain and is cleared
 * away.
 */
@NullMarked
package dev.hearth.analytics.segment;

import org.jspecify.annotations.NullMarked;
