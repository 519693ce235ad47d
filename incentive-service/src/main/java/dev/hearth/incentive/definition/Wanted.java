package dev.hearth.incentive.definition;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A definition as the caller wants it, whole.
 *
 * @param <T> its terms
 */
public record Wanted<T extends Record>(T terms, DefinitionStatus status) {
    /** @param status left out: {@code ACTIVE} */
    public static <T extends Record> Wanted<T> of(T terms, @Nullable DefinitionStatus status) {
        return new Wanted<>(terms, Objects.requireNonNullElse(status, DefinitionStatus.ACTIVE));
    }
}
