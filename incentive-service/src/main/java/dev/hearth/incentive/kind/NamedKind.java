package dev.hearth.incentive.kind;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event that a request names.
 *
 * @param pointer where in the request
 * @param kind its name
 */
public record NamedKind(String pointer, String kind) {
    /** The kinds of a list, in the request's own order. */
    public static List<NamedKind> listed(String pointer, List<@Nullable String> kinds) {
        List<NamedKind> named = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            named.addAll(at(pointer + "/" + i, kinds.get(i)));
        }
        return named;
    }

    /** The one kind that a field names, if it does. */
    public static List<NamedKind> at(String pointer, @Nullable String kind) {
        return kind == null ? List.of() : List.of(new NamedKind(pointer, kind));
    }
}
