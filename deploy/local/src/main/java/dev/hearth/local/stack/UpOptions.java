package dev.hearth.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The options of {@code hearth up}: they win over the environment.
 *
 * @param config how the stack is to run
 * @param demo whether simulated communities are to live in it
 */
record UpOptions(StackConfig config, boolean demo) {

    static UpOptions read(StackConfig environment, List<String> words) {
        var arguments = new Arguments(words);
        var options = new UpOptions(environment, false);
        while (arguments.hasMore()) {
            options = options.with(arguments, arguments.name());
        }
        return options;
    }

    private UpOptions with(Arguments arguments, String name) {
        return switch (name) {
            case "--demo" -> new UpOptions(config, true);
            case "--home" -> new UpOptions(config.withHome(Path.of(arguments.value(name))), demo);
            default -> new UpOptions(config.withPort(part(name), arguments.value(name)), demo);
        };
    }

    private static Part part(String name) {
        return Stream.of(Part.values())
                .filter(part -> part.portOption().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown option: " + name));
    }
}
