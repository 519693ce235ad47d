package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of the redemptions.
 *
 * @param connections of the HTTP clients, and of the plain client to PostgreSQL
 * @param service redemptions a second over HTTP, turn by turn
 * @param plain the plain client's
 * @param openRate requests a second of the open loop
 * @param open its latencies, from the time a request was due
 * @param refused requests that were not answered 201, of all
 */
record RedemptionReport(
        int connections, List<Double> service, List<Double> plain, int openRate, LoadResult open, long refused) {
    private static final double MUST = 0.5;
    private static final double WANT = 0.75;
    private static final double LONGEST_P99 = 25;

    String table() {
        return String.format(
                Locale.ROOT,
                "%nP5  redemption over HTTP, redemptions/s, %d connections%n    %-30s %s%n    %-30s %s%n"
                        + "    ratio %s   must %.2f -> want %.2f%n"
                        + "    open loop, %,d/s: p50 %.1f ms   p99 %.1f ms (must be <= %.0f)   longest %.1f ms   %,d refused%n",
                connections,
                "service",
                Ratio.text("%,.0f", Statistic.of(service)),
                "plain client",
                Ratio.text("%,.0f", Statistic.of(plain)),
                Ratio.text("%.2f", ratio()),
                MUST,
                WANT,
                openRate,
                open.p50(),
                open.p99(),
                LONGEST_P99,
                open.longest(),
                refused);
    }

    @JsonIgnore
    Statistic ratio() {
        return Ratio.of(service, plain);
    }

    /** Writes what was measured, where it is the only thing measured. */
    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = json.valueToTree(this);
        report.set("ratio", json.valueToTree(ratio()));
        report.put("processors", Runtime.getRuntime().availableProcessors());
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), report);
    }
}
