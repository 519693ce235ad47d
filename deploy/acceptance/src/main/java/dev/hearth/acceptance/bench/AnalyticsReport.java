package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of the benchmark of analytics.
 *
 * @param options what was asked for
 * @param machine what it ran on
 * @param measured everything that was measured
 * @param missing events of the large community that were not counted, or counted too often: anything but 0 is a fault
 */
record AnalyticsReport(AnalyticsOptions options, Machine machine, List<Measured> measured, long missing) {
    private static final String NOTE = "The packaged suite on this machine, which load, probes and readers share with"
            + " it. P6: 20 events a second are looked for every 5 ms through the public API, from when they were due;"
            + " the others come 10 a request. P7: topics read, repeats found, written to the store, read back,"
            + " compared by fingerprint, switched to; the raw consumers parse the same records and drop them. P8: one"
            + " reader. P9: 100 questions a second by the clock. X9: 8 readers.";

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%n%-3s %-58s %30s%n", "", "", "median (least-greatest) of " + options.turns()));
        measured.forEach(each -> table.append(each.row()));
        if (options.hasHistory()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%nP7-P9: %,d events of %,d members. Events missing or doubled: %,d.",
                    options.events(),
                    options.members(),
                    missing));
        }
        return table.append(String.format(Locale.ROOT, "%n%s%n%s%n", machine.text(), NOTE))
                .toString();
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = json.valueToTree(this);
        report.put("note", NOTE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), report);
    }
}
