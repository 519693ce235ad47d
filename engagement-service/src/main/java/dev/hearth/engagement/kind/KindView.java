package dev.hearth.engagement.kind;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A kind as callers see it.
 *
 * @param kind the name that events carry
 * @param standard whether every community has it
 * @param description what a member did; of a standard kind also what target and value mean
 * @param schema JSON Schema of the properties; absent for standard kinds, whose properties are free
 * @param version grows with every change
 * @param changedAt when it was last changed; absent for standard kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Kind")
record KindView(
        String kind,
        boolean standard,
        String description,

        @Nullable Map<String, Object> schema,

        long version,
        @Nullable Instant changedAt)
        implements Versioned {
    static KindView of(EventKind kind) {
        return new KindView(
                kind.kind(),
                false,
                kind.description(),
                PropertiesSchema.members(kind.schema()),
                kind.version(),
                kind.changedAt());
    }

    static KindView of(StandardKind kind) {
        return new KindView(kind.id(), true, kind.meaning(), null, 1, null);
    }
}
