package dev.hearth.incentive.definition;

import org.jspecify.annotations.Nullable;

/**
 * A change that is about to be made: the community's revision is locked, nothing else changes meanwhile.
 *
 * @param <T> the terms
 * @param key what is changed
 * @param before the last version, draft or not; null if there is none
 * @param wanted what shall follow
 */
public record Amendment<T extends Record>(
        DefinitionKey key, @Nullable Defined<T> before, Wanted<T> wanted) {}
