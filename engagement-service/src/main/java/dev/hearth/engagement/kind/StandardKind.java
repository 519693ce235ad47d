package dev.hearth.engagement.kind;

import dev.hearth.contract.engagement.StandardEventKind;
import dev.hearth.platform.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kind that every community has; its properties are free. */
public record StandardKind(StandardEventKind event) implements Kind {
    private static final Map<String, StandardKind> BY_ID = Stream.of(StandardEventKind.values())
            .collect(Collectors.toUnmodifiableMap(StandardEventKind::id, StandardKind::new));

    static @Nullable StandardKind find(String id) {
        return BY_ID.get(id);
    }

    /** All of them, in no order. */
    public static Stream<StandardKind> all() {
        return BY_ID.values().stream();
    }

    @Override
    public String id() {
        return event.id();
    }

    /** What a member did, and what target and value mean. */
    String meaning() {
        return event.meaning();
    }

    @Override
    public List<FieldError> faults(byte[] properties, String pointer) {
        return List.of();
    }
}
