package dev.hearth.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process noted in a file by its id and start time, so that another class loader, or a later run after we were
 * killed, finds it again and never takes a stranger with a reused id for it.
 */
final class RecordedProcess {

    private final String name;
    private final Path file;

    RecordedProcess(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    void record(ProcessHandle process) {
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.writeString(file, process.pid() + " " + startOf(process));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new LocalServerException("Cannot write " + file, e);
        }
    }

    /** The process, if it lives. */
    Optional<ProcessHandle> living() {
        try {
            var words = Files.readString(file).strip().split(" ", -1);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).toString().equals(words[1]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            // Torn by a crash: whatever it named cannot be told apart from strangers.
            return Optional.empty();
        }
    }

    void signal(String signal) {
        living().ifPresent(process -> Processes.signal(process.pid(), signal));
    }

    /**
     * Sends the signal and waits for the end; kills if the signal does not suffice. Nothing happens if it does not
     * live.
     */
    void end(String signal, Duration limit) {
        living().ifPresent(process -> end(process, signal, limit));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LocalServerException("Cannot delete " + file, e);
        }
    }

    private void end(ProcessHandle process, String signal, Duration limit) {
        Processes.signal(process.pid(), signal);
        // A frozen process would take the signal only when it goes on.
        Processes.signal(process.pid(), "CONT");
        if (!Processes.awaitEnd(process.pid(), limit)) {
            Processes.signal(process.pid(), "KILL");
            if (!Processes.awaitEnd(process.pid(), limit)) {
                throw new LocalServerException(name + " (process " + process.pid() + ") does not end.");
            }
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
