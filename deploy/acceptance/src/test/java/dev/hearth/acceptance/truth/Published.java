package dev.hearth.acceptance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The published lifecycle, retention, sign-up cohorts and funnels of a real community, and everything its files tell as
 * one file to replay: where there is a file of other events, sign-ups, badges and votes too. A vote has no voter there:
 * its event is the author's who received it, and what has neither is one nameless member's.
 */
public final class Published {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STATES =
            List.of("active", "new", "returning", "resurrected", "newly_dormant", "dormant_total", "known_total");

    private final Path folder;

    /** @param data the community's folder */
    public Published(SharedData data) {
        this.folder = data.folder();
    }

    /** Whether sign-ups, badges and votes are known. */
    public boolean hasOthers() {
        return Files.exists(folder.resolve("other_events.csv.gz"));
    }

    /** Writes all events as a file to replay. */
    public Path write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id,ts,user,kind,target,obj,value");
        lines.addAll(rows("events.csv.gz").map(row -> String.join(",", row)).toList());
        if (hasOthers()) {
            rows("other_events.csv.gz").map(Published::other).forEach(lines::add);
        }
        return Files.write(file, lines);
    }

    /** The kinds of the other events, as they are replayed. */
    public List<String> otherKinds() throws IOException {
        return hasOthers()
                ? rows("other_events.csv.gz")
                        .map(Published::kind)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Every value of the weekly lifecycle. */
    public Figures lifecycle() throws IOException {
        Figures figures = new Figures();
        for (JsonNode week : read("lifecycle_weekly.json").path("weeks")) {
            for (String state : STATES) {
                figures.put(week.path("week").asText() + " " + state, week.path(state));
            }
        }
        return figures;
    }

    /** Every value of retention by the week of the first activity. */
    public Figures retention() throws IOException {
        return cohorts("retention_weekly.json");
    }

    /** Every value of retention by the week of the sign-up. */
    public Figures signUps() throws IOException {
        return cohorts("retention_by_signup_week.json");
    }

    /** Every day's number of events, by kind and in all, of what members do. */
    public Figures counts() throws IOException {
        return counts("daily_counts.json", true);
    }

    /** Every day's number of the other events, by kind. */
    public Figures otherCounts() throws IOException {
        return counts("daily_counts_other.json", false);
    }

    /** The published boards by name: the whole time, its busiest week, the whole time by kind. */
    public Map<String, JsonNode> boards() throws IOException {
        JsonNode boards = read("leaderboards.json");
        Map<String, JsonNode> named = new TreeMap<>();
        named.put("all", boards.path("all_time"));
        named.put("week", boards.path("week"));
        boards.path("all_time_by_kind").properties().forEach(kind -> named.put(kind.getKey(), kind.getValue()));
        return named;
    }

    /** The longest streaks, and how many members have one of which length as their longest. */
    public JsonNode streaks() throws IOException {
        return read("streaks.json");
    }

    private Figures counts(String file, boolean withTotal) throws IOException {
        Figures figures = new Figures();
        JsonNode published = read(file);
        for (JsonNode day : published.path("days")) {
            String date = day.path("day").asText();
            for (JsonNode kind : published.path("kinds")) {
                figures.put(date + " " + kind.asText(), day.path(kind.asText()));
            }
            if (withTotal) {
                figures.put(date + " total", day.path("total"));
            }
        }
        return figures;
    }

    /** The published funnels: each is a list of funnels with the same steps and different windows. */
    public List<JsonNode> funnels() throws IOException {
        List<JsonNode> funnels = new ArrayList<>();
        read("funnels.json").properties().stream()
                .filter(field -> field.getValue().isArray())
                .forEach(field -> field.getValue().forEach(funnels::add));
        return funnels;
    }

    private Figures cohorts(String file) throws IOException {
        Figures figures = new Figures();
        for (JsonNode cohort : read(file).path("cohorts")) {
            String week = cohort.path("cohort").asText();
            figures.put(week + " size", cohort.path("size"));
            for (int k = 0; k < cohort.path("active").size(); k++) {
                figures.put(week + " +" + k, cohort.path("active").get(k));
                figures.put(week + " rate +" + k, cohort.path("retention").get(k));
            }
        }
        return figures;
    }

    private JsonNode read(String file) throws IOException {
        return JSON.readTree(folder.resolve(file).toFile());
    }

    private static String other(String[] row) {
        String author = row[4].isEmpty() ? "nameless" : row[4];
        return String.join(",", row[0], row[1], row[2].isEmpty() ? author : row[2], kind(row), "", "", "");
    }

    private static String kind(String[] row) {
        if (row[3].equals("badge")) {
            return row[5].equals("Teacher") ? "badge.teacher" : "badge.other";
        }
        return "site." + row[3].replace('_', '-');
    }

    private Stream<String[]> rows(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
        }
    }
}
