package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a program that refuses to run as root is started by root. An ordinary user starts it as himself. Root uses a user
 * namespace without any mapping: inside it nobody is root, outside the files stay root's. Containers often forbid that;
 * there the program runs as {@code nobody}, who is given the data, and the capability to write its log among root's;
 * the data must then not lie below a directory that only root may enter.
 */
enum UnprivilegedUser {
    MYSELF(""),
    NAMESPACE("unshare -U"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups"
            + " --inh-caps=-all,+dac_override --ambient-caps=-all,+dac_override");

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

    private final String prefix;

    UnprivilegedUser(String prefix) {
        this.prefix = prefix;
    }

    static UnprivilegedUser choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return MYSELF;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new LocalServerException(
                "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here:"
                        + " start Hearth as an ordinary user.");
    }

    private boolean works() {
        try {
            var _ = Processes.run(PROBE_LIMIT, command(List.of("true")));
            return true;
        } catch (LocalServerException e) {
            return false;
        }
    }

    List<String> command(List<String> command) {
        var words = Stream.of(prefix.split(" ", -1)).filter(word -> !word.isEmpty());
        return Stream.concat(words, command.stream()).toList();
    }

    /** Makes the directory, and what is in it, belong to the one who will run the program. */
    void own(Path directory) {
        if (this != NOBODY) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", 65534);
                Files.setAttribute(path, "unix:gid", 65534);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
