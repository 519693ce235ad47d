package dev.hearth.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;

/** PostgreSQL's first process, found by the lock file in its data directory. */
record Postmaster(long pid) {

    private static final String LOCK_FILE = "postmaster.pid";

    /**
     * The live server on a data directory. A lock file that a crash left over is deleted: its process id may be some
     * other process' by now, and PostgreSQL would then refuse to start.
     */
    static Optional<Postmaster> of(Path data) {
        var lock = data.resolve(LOCK_FILE);
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(lock);
            var pid = Long.parseLong(lines.getFirst().strip());
            if (isPostgres(pid, data)) {
                return Optional.of(new Postmaster(pid));
            }
            Files.deleteIfExists(lock);
            return Optional.empty();
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            // Being written or removed at this moment: not a server that serves.
            return Optional.empty();
        }
    }

    private static boolean isPostgres(long pid, Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    /** Signals the server with all the processes that serve its clients. */
    void signalFamily(String signal) {
        var children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
        Processes.signal(pid, signal);
        children.forEach(child -> Processes.signal(child, signal));
    }

    void end(String signal, Duration limit) {
        Processes.signal(pid, signal);
        if (!Processes.awaitEnd(pid, limit)) {
            Processes.signal(pid, "KILL");
            if (!Processes.awaitEnd(pid, limit)) {
                throw new LocalServerException("PostgreSQL (process " + pid + ") does not end.");
            }
        }
    }
}
