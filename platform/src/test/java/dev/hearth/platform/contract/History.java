package dev.hearth.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The committed versions of a file.
 *
 * @param folder a folder of the working tree
 */
record History(Path folder) {
    History {
        folder = folder.toAbsolutePath(); // a process cannot be started in ""
    }

    /** What was committed before, or why that is not known. */
    sealed interface Version {}

    /** The last committed version that differs from what the working tree has. */
    record Earlier(String commit, String text) implements Version {}

    /** Every committed version is like the working tree's, or there is none. */
    record NoEarlier() implements Version {}

    /** No git here, or no whole history. */
    record Unknown(String reason) implements Version {}

    Version before(Path file, String current) {
        try {
            Answer shallow = git("rev-parse", "--is-shallow-repository");
            if (shallow.status != 0) {
                return new Unknown("this is no git working tree: " + shallow.text.trim());
            }
            Answer commits = git("log", "--format=%H", "--", file.toString());
            for (String commit : commits.text.lines().toList()) {
                Answer version = git("show", commit + ":./" + file);
                if (version.status == 0 && !version.text.equals(current)) {
                    return new Earlier(commit, version.text);
                }
            }
            return shallow.text.startsWith("true") ? new Unknown("the history is cut off here") : new NoEarlier();
        } catch (IOException e) {
            return new Unknown("git cannot be run: " + e.getMessage());
        }
    }

    private record Answer(int status, String text) {}

    private Answer git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IOException("git does not end");
            }
            return new Answer(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
