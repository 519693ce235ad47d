/**
 * Ingest: HTTP → checks → Kafka → 202. No database stands in this path; what must be known of communities, members and
 * kinds is held in memory.
 */
@NullMarked
package dev.hearth.engagement.ingest;

import org.jspecify.annotations.NullMarked;
