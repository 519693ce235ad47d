package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What came of the benchmark of the page.
 *
 * @param turns measurements of each view
 * @param machine what it ran on
 * @param looks every measurement
 */
record PageReport(int turns, Machine machine, List<Look> looks) {
    /** What must be reached: milliseconds until a view can be used, and of script for one update. */
    private static final double USABLE = 1_500;

    private static final double SCRIPT = 200;

    private static final String NOTE = "Chromium without a window, on the machine that the suite runs on. Usable: from"
            + " the beginning of the navigation, with nothing kept from before, until no card of the view is loading."
            + " An update: one event is posted, the stream tells, the view asks again; script is what the browser spent"
            + " in scripts meanwhile, longest is its longest task since it was opened.";

    /**
     * One view, opened and updated once.
     *
     * @param groups of the community
     * @param view which
     * @param usableMillis from the navigation until no card is loading
     * @param scriptMillis in scripts, for an update
     * @param longestMillis the longest task of the page's thread; 0 if none took 50 ms
     */
    record Look(int groups, String view, double usableMillis, double scriptMillis, double longestMillis) {
        private String name() {
            return String.format(Locale.ROOT, "%-8d %-12s", groups, view);
        }
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-8s %-12s %20s %20s %20s%n",
                "groups",
                "view",
                "usable ms",
                "script ms/update",
                "longest task ms"));
        looks.stream()
                .collect(Collectors.groupingBy(Look::name, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, same) -> table.append(String.format(
                        Locale.ROOT,
                        "%-21s %20s %20s %20s%n",
                        name,
                        text(same, Look::usableMillis, USABLE),
                        text(same, Look::scriptMillis, SCRIPT),
                        text(same, Look::longestMillis, Double.MAX_VALUE))));
        return table.append(String.format(
                        Locale.ROOT,
                        "%nMedian / p95 of %d; * is more than what must be reached (%.0f ms usable, %.0f ms of script).%n%s%n%s%n",
                        turns,
                        USABLE,
                        SCRIPT,
                        machine.text(),
                        NOTE))
                .toString();
    }

    private static String text(List<Look> looks, ToDoubleFunction<Look> of, double must) {
        List<Double> sorted = looks.stream().map(of::applyAsDouble).sorted().toList();
        double p95 = sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
        double median = Statistic.of(sorted).median();
        return String.format(Locale.ROOT, "%.0f / %.0f%s", median, p95, median > must ? " *" : "");
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = json.valueToTree(this);
        report.put("note", NOTE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), report);
    }
}
