package dev.hearth.analytics.answer;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer is made of: of any record that has a component {@code items}, those; else of itself alone. */
final class Listed {
    private Listed() {}

    /** Empty for what is no record: a body that is written already. */
    static Optional<List<?>> items(Object answer) {
        return answer.getClass().isRecord()
                ? Optional.of(component(answer, "items")
                        .filter(List.class::isInstance)
                        .<List<?>>map(items -> (List<?>) items)
                        .orElseGet(() -> List.of(answer)))
                : Optional.empty();
    }

    /** The cursor of the next page, if there is one. */
    static Optional<String> next(Object answer) {
        return component(answer, "next").filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<Object> component(Object answer, String name) {
        RecordComponent[] components = answer.getClass().getRecordComponents();
        return components == null
                ? Optional.empty()
                : Arrays.stream(components)
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .flatMap(each -> Optional.ofNullable(value(each, answer)));
    }

    private static @Nullable Object value(RecordComponent component, Object answer) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // views are often package-private
            return accessor.invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has no accessor for " + component.getName(), e);
        }
    }
}
