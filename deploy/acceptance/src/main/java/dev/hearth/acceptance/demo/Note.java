package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.simulation.Scale;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Properties;

/**
 * What a demo must remember to go on instead of beginning again; kept in the home of the stack that has the data.
 *
 * @param seed of the simulation
 * @param scale of the simulation
 * @param opening where its history ends
 * @param until all deeds before this are in the suite; the beginning of time: not even the members are
 */
record Note(long seed, Scale scale, Instant opening, Instant until) {
    /** The one that is kept there; else a new one, of a demo that begins now. */
    static Note in(Path file, long seed, Scale scale, Instant now) {
        if (!Files.exists(file)) {
            return new Note(seed, scale, now, Instant.EPOCH);
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Note(
                number(kept, "seed"),
                new Scale(
                        (int) number(kept, "communities"),
                        (int) number(kept, "groups"),
                        (int) number(kept, "members"),
                        (int) number(kept, "days")),
                Instant.parse(kept.getProperty("opening")),
                Instant.parse(kept.getProperty("until")));
    }

    Note reached(Instant now) {
        return new Note(seed, scale, opening, now);
    }

    boolean isNew() {
        return until.equals(Instant.EPOCH);
    }

    /** Replaces what is kept, whole or not at all. */
    void keep(Path file) {
        Properties kept = new Properties();
        kept.setProperty("seed", Long.toString(seed));
        kept.setProperty("communities", Integer.toString(scale.communities()));
        kept.setProperty("groups", Integer.toString(scale.groups()));
        kept.setProperty("members", Integer.toString(scale.members()));
        kept.setProperty("days", Integer.toString(scale.days()));
        kept.setProperty("opening", opening.toString());
        kept.setProperty("until", until.toString());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                kept.store(writer, "The simulated communities that ./hearth up --demo made here");
            }
            var _ = Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Properties kept, String name) {
        return Long.parseLong(kept.getProperty(name));
    }
}
