package dev.hearth.incentive.definition;

import dev.hearth.platform.resource.Versioned;
import java.time.Instant;

/**
 * One version of a definition. It never changes.
 *
 * @param <T> its terms
 * @param id unique in community and type
 * @param version 1 or more, grows by one with every change
 * @param revision the number of the change among all of the community, 1 or more
 * @param status what the version is for
 * @param terms what it says
 * @param changedAt when it was made
 * @param changedBy who made it: the token's subject
 */
public record Defined<T extends Record>(
        String id, long version, long revision, DefinitionStatus status, T terms, Instant changedAt, String changedBy)
        implements Versioned {}
