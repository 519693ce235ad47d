package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** Whole directories. */
final class Directories {

    private Directories() {}

    /** Deletes a directory with all it has. Files that a dying process removes meanwhile do not matter. */
    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
