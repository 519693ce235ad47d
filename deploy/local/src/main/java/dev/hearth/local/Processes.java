package dev.hearth.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starting, signalling and awaiting processes. */
final class Processes {

    /**
     * Ctrl-C reaches every process of the terminal's group; only the launcher may act on it, so that things stop in
     * order.
     */
    private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    private Processes() {}

    /**
     * Starts a child whose output is appended to a log file. Its standard input stays open as long as this JVM lives,
     * which is how the child learns that we are gone.
     */
    static Process start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        var line = new ArrayList<>(List.of("sh", "-c", DEAF_TO_THE_TERMINAL, "sh"));
        line.addAll(command);
        var builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            keepReachable(process);
            return process;
        } catch (IOException e) {
            throw new LocalServerException("Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** A {@link Process} that is collected as garbage closes its pipes, and the child would think that we died. */
    private static void keepReachable(Process process) {
        var _ = Thread.ofPlatform()
                .daemon()
                .name("child-" + process.pid())
                .start(() -> process.onExit().join());
    }

    /**
     * Makes a process that does not watch us end when we do. A shell does the watching: it reads from a pipe that the
     * system closes when this JVM ends, even by SIGKILL, and then sends the signal.
     */
    static void endWithUs(long pid, String signal) {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            var script = "read -r line; kill -" + signal + " " + pid;
            var watch = start(List.of("sh", "-c", script), Map.of(), Path.of("/"), Path.of("/dev/null"));
            // Before the id can be used again by another process.
            var _ = process.get().onExit().thenRun(watch::destroyForcibly);
        }
    }

    /** Runs a short command to its end and gives back its output. */
    static String run(Duration limit, List<String> command) {
        try {
            var output = Files.createTempFile("hearth-", ".out");
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw failed(command, "took longer than " + limit.toSeconds() + " s", output);
                }
                if (process.exitValue() != 0) {
                    throw failed(command, "ended with status " + process.exitValue(), output);
                }
                return Files.readString(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new LocalServerException("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LocalServerException failed(List<String> command, String how, Path output) {
        return new LocalServerException(String.join(" ", command) + " " + how + ".\n" + Logs.tail(output, 20));
    }

    static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Sends a signal by its short name; a process that is gone already is not an error. */
    static void signal(long pid, String signal) {
        if (alive(pid)) {
            try {
                var _ = run(Duration.ofSeconds(5), List.of("kill", "-" + signal, Long.toString(pid)));
            } catch (LocalServerException e) {
                if (alive(pid)) {
                    throw e;
                }
            }
        }
    }

    /** Waits for the end of a process; false if it still lives after the limit. */
    static boolean awaitEnd(long pid, Duration limit) {
        var handle = ProcessHandle.of(pid);
        if (handle.isEmpty()) {
            return true;
        }
        try {
            var _ = handle.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !alive(pid);
        } catch (ExecutionException e) {
            throw new LocalServerException("Cannot wait for process " + pid, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static LocalServerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalServerException("Interrupted", e);
    }

    /** The java of the JVM that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
