package dev.hearth.analytics.activity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A real community's acts and published figures: the folder of that name in {@code shared/data} beside the checkout, or
 * where HEARTH_SHARED points.
 */
public record PublishedData(Path folder) {
    public static final String COMMUNITY = "acme";
    private static final int PARTITIONS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Skips the test, saying so, where the data is absent. */
    public static PublishedData of(String folder) {
        Optional<Path> found = Stream.concat(
                        Stream.ofNullable(System.getenv("HEARTH_SHARED")).map(Path::of),
                        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                                .map(above -> above.resolve("shared")))
                .map(shared -> shared.resolve("data").resolve(folder))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), () -> "no shared/data/" + folder + " beside the checkout, nor at HEARTH_SHARED");
        return new PublishedData(found.orElseThrow());
    }

    /** The acts of a file, in its order. What nobody is known to have done (votes are secret) is left out. */
    public List<Act> acts(String file) {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .filter(row -> !row[2].isEmpty())
                    .map(PublishedData::act)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode figures(String file) {
        try {
            return JSON.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In another order, always the same, with one act in twenty twice. */
    public static List<Act> shuffledWithRepeats(List<Act> acts) {
        List<Act> heard = new ArrayList<>(acts);
        Random random = new Random(20260314);
        Collections.shuffle(heard, random);
        heard.addAll(List.copyOf(heard.subList(0, heard.size() / 20)));
        Collections.shuffle(heard, random);
        return heard;
    }

    /** The acts over partitions, as the topic would have them. */
    public static Activity activity(List<Act> acts) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
        return new Activity(partitions);
    }

    /** What {@code value} makes of each element. */
    public static <T> List<T> rows(JsonNode array, Function<JsonNode, T> value) {
        List<T> rows = new ArrayList<>();
        array.forEach(row -> rows.add(value.apply(row)));
        return rows;
    }

    private static Act act(String[] row) {
        Instant at = Instant.parse(row[1]);
        return new Act(
                COMMUNITY,
                row[0],
                row[2],
                Place.deed(null, row[3]),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                row[4].isEmpty() ? null : row[4],
                row[6].isEmpty() ? null : Long.valueOf(row[6]));
    }
}
