package dev.hearth.platform.openapi;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources whose ids the service chose: learnt from {@code Location}, and put where the examples of later calls have a
 * stand-in.
 */
final class MadeResources {
    private final List<ApiOperation> operations;
    private final Map<String, Made> made = new LinkedHashMap<>();

    MadeResources(List<ApiOperation> operations) {
        this.operations = operations;
    }

    /**
     * A resource that was made.
     *
     * @param template its path in the document
     * @param path its path
     * @param by the call that made it
     */
    record Made(String template, String path, Call by) {}

    /** Remembers what {@code call} made, if the document has it. */
    void learn(Call call, String location) {
        String path = URI.create(location).getPath();
        operations.stream()
                .map(ApiOperation::path)
                .filter(template -> template.endsWith("}") && isOf(template, path))
                .findFirst()
                .ifPresent(template -> made.put(template, new Made(template, path, call)));
    }

    /** The resource that {@code operation} acts on or in, if the service chose its id; the innermost of several. */
    Optional<Made> above(ApiOperation operation) {
        return made.values().stream()
                .filter(candidate -> operation.path().equals(candidate.template())
                        || operation.path().startsWith(candidate.template() + "/"))
                .max((one, other) -> Integer.compare(
                        one.template().length(), other.template().length()));
    }

    /** The call with the path of what was made instead of the stand-in. */
    Call placed(Call call) {
        return above(call.operation())
                .map(found -> call.at(replaced(call.target(), found.path())))
                .orElse(call);
    }

    private static String replaced(String target, String path) {
        List<String> segments = new ArrayList<>(List.of(target.split("/", -1)));
        String[] known = path.split("/", -1);
        for (int i = 0; i < known.length; i++) {
            String query = segments.get(i).replaceFirst("^[^?]*", "");
            segments.set(i, known[i] + query);
        }
        return String.join("/", segments);
    }

    private static boolean isOf(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
