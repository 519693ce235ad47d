package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What came of the ledger's benchmark.
 *
 * @param credits of each measurement
 * @param service the service's credits a second, by who earned them, turn by turn
 * @param plain the plain client's, by its connections, turn by turn
 * @param statements of one transaction, on the average, without begin and commit
 * @param redemptions P5
 * @param missing credits that the service did not count, or counted too often: anything but 0 is a fault
 */
record LedgerReport(
        int credits,
        Map<Crowd, List<Double>> service,
        SortedMap<Integer, List<Double>> plain,
        double statements,
        RedemptionReport redemptions,
        long missing) {
    private static final double MUST = 0.5;
    private static final double WANT = 0.8;
    private static final double SKEWED_MUST = 0.9;
    private static final double SKEWED_WANT = 1.2;
    private static final String NOTE = "Service: packaged, one instance, from events on the topic to entries, lots,"
            + " balances and outbox rows committed, its relay sending meanwhile. Plain client: the transactions of the"
            + " service, recorded from its connections, said again on a copy of the same database: no Kafka, no rules,"
            + " no JSON, no relay. Load, broker, service and PostgreSQL share this machine's processors.";

    String table() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%nP3  from the topic, credits/s%n"));
        row(table, "service", uniform());
        plain.forEach((connections, rates) -> {
            row(table, "plain client, " + connections + " connections", rates);
            table.append(String.format(
                    Locale.ROOT,
                    "    ratio %s   must %.2f -> want %.2f%n",
                    Ratio.text("%.2f", Ratio.of(uniform(), rates)),
                    MUST,
                    WANT));
        });
        table.append(String.format(Locale.ROOT, "    must 25,000 -> want 50,000 credits/s%n%nP4  skewed ÷ uniform%n"));
        for (Crowd crowd : List.of(Crowd.ZIPF, Crowd.ONE)) {
            row(table, crowd.title(), rates(crowd));
            table.append(String.format(
                    Locale.ROOT,
                    "    ratio %s   must %.2f -> want %.2f%n",
                    Ratio.text("%.2f", Ratio.of(rates(crowd), uniform())),
                    SKEWED_MUST,
                    SKEWED_WANT));
        }
        return table.append(redemptions.table())
                .append(String.format(
                        Locale.ROOT,
                        "%nCredits missing or doubled: %,d. %,d credits a measurement, %.1f statements a transaction.%n%s%n",
                        missing,
                        credits,
                        statements,
                        NOTE))
                .toString();
    }

    private List<Double> uniform() {
        return rates(Crowd.UNIFORM);
    }

    private List<Double> rates(Crowd crowd) {
        return Objects.requireNonNull(service.get(crowd));
    }

    private static void row(StringBuilder table, String name, List<Double> rates) {
        table.append(String.format(Locale.ROOT, "    %-30s %s%n", name, Ratio.text("%,.0f", Statistic.of(rates))));
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = json.valueToTree(this);
        ObjectNode ratios = report.putObject("ratios");
        plain.forEach((connections, rates) ->
                ratios.set("plain " + connections, json.valueToTree(Ratio.of(uniform(), rates))));
        ratios.set("redemptions", json.valueToTree(redemptions.ratio()));
        for (Crowd crowd : List.of(Crowd.ZIPF, Crowd.ONE)) {
            ratios.set(crowd.title(), json.valueToTree(Ratio.of(rates(crowd), uniform())));
        }
        report.put("note", NOTE).put("processors", Runtime.getRuntime().availableProcessors());
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), report);
    }
}
