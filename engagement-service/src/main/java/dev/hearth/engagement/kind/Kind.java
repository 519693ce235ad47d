package dev.hearth.engagement.kind;

import dev.hearth.platform.problem.FieldError;
import java.util.List;

/** A kind of event that members of a community may send. */
public sealed interface Kind permits StandardKind, DeclaredKind {
    /** The name that events carry, e.g. {@code message.posted}. */
    String id();

    /**
     * What is wrong with an event's properties.
     *
     * @param properties a JSON object in UTF-8, {@code {}} where the event has none
     * @param pointer where they stand in the request
     */
    List<FieldError> faults(byte[] properties, String pointer);
}
