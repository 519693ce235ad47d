package dev.hearth.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of our server mains in a JVM of its own. What must be known to control it (its process id) is in its directory,
 * so that another class loader, or a later run after we were killed, can do so as well.
 */
final class ChildJvm {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final Path directory;

    ChildJvm(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    Path log() {
        return directory.resolve("server.log");
    }

    /** The file that the server writes when it serves. */
    Path readyFile() {
        return directory.resolve("ready");
    }

    /** Starts it and waits until it serves. */
    void start(List<String> options, String main, List<String> arguments) {
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(readyFile());
        } catch (IOException e) {
            throw new LocalServerException("Cannot write to " + directory, e);
        }
        var command = new ArrayList<>(List.of(Processes.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", ServersClassPath.get(), main));
        command.addAll(arguments);
        var process = Processes.start(command, Map.of(), directory, log());
        try {
            Files.writeString(pidFile(), Long.toString(process.pid()));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new LocalServerException("Cannot write " + pidFile(), e);
        }
        awaitReady(process);
    }

    private void awaitReady(Process process) {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(readyFile())) {
            if (!process.isAlive()) {
                throw new LocalServerException(
                        name + " ended while starting. The end of its log " + log() + ":\n" + Logs.tail(log(), 25));
            }
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new LocalServerException(name + " did not start within " + START_LIMIT.toSeconds()
                        + " s. The end of its log " + log() + ":\n" + Logs.tail(log(), 25));
            }
            Processes.sleep(Duration.ofMillis(20));
        }
    }

    boolean running() {
        var pid = pid();
        return pid > 0 && Processes.alive(pid);
    }

    void stop() {
        end("TERM");
    }

    void kill() {
        end("KILL");
    }

    void signal(String signal) {
        if (running()) {
            Processes.signal(pid(), signal);
        }
    }

    private void end(String signal) {
        if (!running()) {
            return;
        }
        var pid = pid();
        Processes.signal(pid, signal);
        Processes.signal(pid, "CONT");
        if (!Processes.awaitEnd(pid, STOP_LIMIT)) {
            Processes.signal(pid, "KILL");
            if (!Processes.awaitEnd(pid, STOP_LIMIT)) {
                throw new LocalServerException(name + " (process " + pid + ") does not end.");
            }
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new LocalServerException("Cannot delete " + pidFile(), e);
        }
    }

    private Path pidFile() {
        return directory.resolve("pid");
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readString(pidFile()).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
