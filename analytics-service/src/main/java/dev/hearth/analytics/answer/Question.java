package dev.hearth.analytics.answer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A question for a named window, in a form that is the same however it was asked.
 *
 * @param community whose figure
 * @param window over which window
 * @param text path and query, sorted by parameter and value, without what changes only the form of the answer
 */
record Question(String community, String window, String text) {
    private static final Set<String> FORM = Set.of("asOfVersion", "format");

    static Question of(String path, String community, String window, Map<String, List<String>> query) {
        StringBuilder text = new StringBuilder(path);
        new TreeMap<>(query)
                .forEach((name, values) -> values.stream()
                        .filter(value -> !FORM.contains(name))
                        .sorted()
                        .forEach(value ->
                                text.append('&').append(name).append('=').append(value)));
        return new Question(community, window, text.toString());
    }

    /** With which the ids of its versions begin. */
    String prefix() {
        return ofWindow(community, window) + Digests.of(text) + "/";
    }

    static String ofWindow(String community, String window) {
        return community + "/" + window + "/";
    }
}
