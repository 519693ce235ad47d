package dev.hearth.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code hearth up}: they win over the environment. */
final class UpOptions {

    private UpOptions() {}

    static StackConfig read(StackConfig environment, List<String> words) {
        var arguments = new Arguments(words);
        var config = environment;
        while (arguments.hasMore()) {
            var name = arguments.name();
            config = name.equals("--home")
                    ? config.withHome(Path.of(arguments.value(name)))
                    : config.withPort(part(name), arguments.value(name));
        }
        return config;
    }

    private static Part part(String name) {
        return Stream.of(Part.values())
                .filter(part -> part.portOption().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown option: " + name));
    }
}
