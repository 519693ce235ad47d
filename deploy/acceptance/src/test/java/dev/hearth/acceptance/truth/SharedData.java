package dev.hearth.acceptance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Real communities with figures that others computed: {@code ../shared/data} beside the checkout. */
public final class SharedData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PERIODS = Map.of("daily", "day", "iso_weeks", "week", "months", "month");

    private final Path folder;

    private SharedData(Path folder) {
        this.folder = folder;
    }

    /** The data of that name, in {@code HEARTH_SHARED} or in a folder {@code shared} beside or above the checkout. */
    public static Optional<SharedData> find(String name) {
        Stream<Path> named = Stream.ofNullable(System.getenv("HEARTH_SHARED")).map(Path::of);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("shared"));
        return Stream.concat(named, above)
                .map(shared -> shared.resolve("data").resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .map(SharedData::new);
    }

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    /** The events to replay. */
    public Path events() {
        return folder.resolve("events.csv.gz");
    }

    /** How many events there are. */
    public int size() throws IOException {
        return JSON.readTree(folder.resolve("summary.json").toFile())
                .path("events")
                .intValue();
    }

    /** Every value of {@code active_users.json}, and every member's points by {@code users.csv}. */
    public Figures expected() throws IOException {
        Figures figures = new Figures();
        JsonNode published = JSON.readTree(folder.resolve("active_users.json").toFile());
        PERIODS.forEach((list, name) -> published.path(list).forEach(row -> addRow(figures, name, row)));
        addPoints(figures);
        return figures;
    }

    private static void addRow(Figures figures, String name, JsonNode row) {
        row.properties().stream()
                .filter(field -> !field.getKey().equals(name))
                .forEach(field -> figures.put(row.path(name).asText() + " " + field.getKey(), field.getValue()));
    }

    private void addPoints(Figures figures) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("users.csv"));
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = Arrays.asList(line.split(",", -1));
            String member = fields.get(header.indexOf("user"));
            figures.put("points A of " + member, fields.get(header.indexOf("points_A")));
            figures.put("points B of " + member, fields.get(header.indexOf("points_B")));
        }
    }
}
