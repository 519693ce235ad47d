package dev.hearth.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our server mains in a JVM of its own. */
final class ChildJvm {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LINES_SHOWN = 25;

    private final String name;
    private final Path directory;
    private final Path log;
    private final RecordedProcess process;

    ChildJvm(String name, Path directory, Path log) {
        this.name = name;
        this.directory = directory;
        this.log = log;
        this.process = new RecordedProcess(name, directory.resolve("pid"));
    }

    Path log() {
        return log;
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
        command.add("-Djava.util.logging.config.file=" + ServersClassPath.logging());
        command.addAll(List.of("-cp", ServersClassPath.get(), main));
        command.addAll(arguments);
        var started = Processes.start(command, Map.of(), directory, log);
        process.record(started.toHandle());
        awaitReady(started);
    }

    private void awaitReady(Process started) {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(readyFile())) {
            if (!started.isAlive()) {
                throw failed("ended while starting");
            }
            if (System.nanoTime() > end) {
                kill();
                throw failed("did not start within " + START_LIMIT.toSeconds() + " s");
            }
            Processes.sleep(POLL);
        }
    }

    private LocalServerException failed(String how) {
        return new LocalServerException(
                name + " " + how + ". The end of its log " + log + ":\n" + Logs.tail(log, LINES_SHOWN));
    }

    boolean running() {
        return process.living().isPresent();
    }

    void stop() {
        process.end("TERM", STOP_LIMIT);
    }

    void kill() {
        process.end("KILL", STOP_LIMIT);
    }

    void signal(String signal) {
        process.signal(signal);
    }
}
