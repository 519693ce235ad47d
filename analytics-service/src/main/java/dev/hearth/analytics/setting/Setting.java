package dev.hearth.analytics.setting;

import java.time.Instant;

/**
 * A document that a community has put.
 *
 * @param community the community
 * @param id its id among those of its kind; {@link Settings#ONLY} where a community has one
 * @param value what was said
 * @param version 1 at first, one more with each change; the {@code ETag}
 * @param changedAt when it was changed last
 * @param changedBy the subject of the token that changed it last
 */
public record Setting<T>(String community, String id, T value, long version, Instant changedAt, String changedBy) {}
