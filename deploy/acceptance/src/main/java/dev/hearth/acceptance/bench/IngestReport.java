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
 * What came of the ingest's benchmark.
 *
 * @param comparisons P1 and P2
 * @param openRate requests a second of the open loop
 * @param ingest the ingest's latencies in the open loop
 * @param bare the bare server's
 * @param refused requests that were not answered 202, of all
 * @param missing events that were acknowledged and are not on the topic: anything but 0 is a fault
 */
record IngestReport(
        List<Comparison> comparisons, int openRate, LoadResult ingest, LoadResult bare, long refused, long missing) {
    private static final double LONGEST_P99 = 20;
    private static final String NOTE = "Bare server: Vert.x, parses, hands to a Kafka producer with the ingest's"
            + " settings, answers when the broker has acknowledged; no authentication, checks, envelope or trace."
            + " Ingest: the whole path, with a bearer token at every request, its signature verified once a minute. Load generator, both servers and"
            + " the broker share this machine's processors.";

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-4s %-22s %30s %30s %22s  %s%n",
                "",
                "",
                "ingest, events/s",
                "bare server, events/s",
                "ratio",
                "must -> want"));
        for (Comparison comparison : comparisons) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-4s %-22s %30s %30s %22s  %.2f -> %.2f%n",
                    comparison.figure(),
                    comparison.load(),
                    text("%,.0f", comparison.ingestRate()),
                    text("%,.0f", comparison.bareRate()),
                    text("%.2f", comparison.ratio()),
                    comparison.must(),
                    comparison.want()));
        }
        table.append(String.format(
                Locale.ROOT,
                "%nP2 open loop, %,d requests/s, latency from the time a request was due:%n%s%s",
                openRate,
                latencies("ingest", ingest),
                latencies("bare server", bare)));
        table.append(String.format(
                Locale.ROOT,
                "p99 must be <= %.0f ms.%n%nRequests refused: %,d. Events acknowledged and missing on the topic: %,d.%n%s%n",
                LONGEST_P99,
                refused,
                missing,
                NOTE));
        return table.toString();
    }

    private static String text(String format, Statistic statistic) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "-" + format + ")",
                statistic.median(),
                statistic.lowest(),
                statistic.highest());
    }

    private static String latencies(String name, LoadResult result) {
        return String.format(
                Locale.ROOT,
                "  %-12s p50 %.1f ms   p99 %.1f ms   p99.9 %.1f ms   longest %.1f ms   %,.0f accepted/s%n",
                name,
                result.p50(),
                result.p99(),
                result.p999(),
                result.longest(),
                result.rate());
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = json.valueToTree(this);
        for (int place = 0; place < comparisons.size(); place++) {
            ObjectNode comparison = (ObjectNode) report.withArray("comparisons").get(place);
            comparison.set("ingestRate", json.valueToTree(comparisons.get(place).ingestRate()));
            comparison.set("bareRate", json.valueToTree(comparisons.get(place).bareRate()));
            comparison.set("ratio", json.valueToTree(comparisons.get(place).ratio()));
        }
        report.put("note", NOTE).put("processors", Runtime.getRuntime().availableProcessors());
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), report);
    }
}
