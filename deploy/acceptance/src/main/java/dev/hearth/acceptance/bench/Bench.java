package dev.hearth.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code hearth bench NAME}: a benchmark against a baseline of the same run. */
public final class Bench {
    private static final String HELP = """
            hearth bench NAME [options]

              ingest   the ingest against a bare Vert.x server that parses and hands to a Kafka producer (P1, P2)
              ledger   credits from the topic against a plain PostgreSQL client with the same statements (P3,
                       P4), and redemptions over HTTP against the same (P5)

            Starts its own suite on free ports; nothing else should run on the machine meanwhile.

              --turns N      measurements of each, in turns (default 5); the median counts
              --seconds N    of a measurement of the ingest, or of redemptions (default 5)
              --credits N    of a measurement of the ledger (default 60000)
              --only P5      of the ledger's, the redemptions alone (default report: ledger-P5.json)
              --profile FILE a flight recording of the service under the ledger's load
              --out FILE     the report (default deploy/acceptance/target/bench/NAME.json)
            """;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path checkout =
            Path.of(System.getProperty("hearth.checkout", "")).toAbsolutePath();
    private @Nullable Path report;
    private @Nullable Path profile;
    private int turns = 5;
    private int seconds = 5;
    private int credits = 60_000;
    private boolean redemptionsOnly;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new Bench().run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.isEmpty()) {
            System.out.print(HELP);
            return arguments.isEmpty() ? MISUSED : 0;
        }
        try {
            read(arguments);
            return switch (arguments.getFirst()) {
                case "ingest" -> ingest();
                case "ledger" -> ledger();
                default -> throw new IllegalArgumentException("there is no benchmark " + arguments.getFirst());
            };
        } catch (IllegalArgumentException e) {
            System.err.println("hearth bench: " + e.getMessage() + "\n\n" + HELP);
            return MISUSED;
        } catch (IOException e) {
            System.err.println("hearth bench: cannot write the report: " + e);
            return FAILED;
        }
    }

    private void read(List<String> arguments) {
        for (int place = 1; place < arguments.size(); place += 2) {
            if (place + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(place) + " needs a value");
            }
            String value = arguments.get(place + 1);
            switch (arguments.get(place)) {
                case "--turns" -> turns = number(value, 1, 50);
                case "--seconds" -> seconds = number(value, 1, 60);
                case "--credits" -> credits = number(value, 1_000, 1_000_000);
                case "--profile" -> profile = Path.of(value).toAbsolutePath();
                case "--only" -> redemptionsOnly = isRedemptions(arguments.getFirst(), value);
                case "--out" -> report = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(place));
            }
        }
    }

    private static boolean isRedemptions(String benchmark, String figure) {
        if (!benchmark.equals("ledger") || !figure.equals("P5")) {
            throw new IllegalArgumentException(
                    "--only " + figure + " is no part of " + benchmark + "; only P5 of ledger can be measured alone");
        }
        return true;
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(text + " is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private int ingest() throws IOException {
        Path home = Files.createTempDirectory("hearth-bench-");
        System.err.println("Starting the suite and the bare server …");
        try (Arena arena = Arena.open(checkout, home);
                Child generator = Child.start(LoadGenerator.class, List.of())) {
            IngestReport measured = new IngestBench(arena, generator, System.err, turns, seconds).run();
            System.out.print(measured.table());
            Path file = report("ingest");
            measured.write(file);
            System.out.println("Report: " + file);
            return measured.missing() == 0 ? 0 : FAILED;
        } finally {
            Scratch.delete(home);
        }
    }

    private int ledger() throws IOException {
        Path home = Files.createTempDirectory("hearth-bench-");
        System.err.println("Starting the suite …");
        try (LedgerArena arena = LedgerArena.open(checkout, home, profile);
                Child generator = Child.start(LoadGenerator.class, List.of())) {
            RedemptionBench redemptions = new RedemptionBench(arena, generator, System.err, turns, seconds);
            return redemptionsOnly
                    ? redemptions(redemptions)
                    : ledger(new LedgerBench(arena, System.err, turns, credits), redemptions);
        } finally {
            Scratch.delete(home);
        }
    }

    private int ledger(LedgerBench bench, RedemptionBench redemptions) throws IOException {
        LedgerReport measured = bench.run(redemptions);
        System.out.print(measured.table());
        Path file = report("ledger");
        measured.write(file);
        System.out.println("Report: " + file);
        return measured.missing() == 0 && measured.redemptions().refused() == 0 ? 0 : FAILED;
    }

    private int redemptions(RedemptionBench bench) throws IOException {
        RedemptionReport measured = bench.run();
        System.out.print(measured.table());
        Path file = report("ledger-P5");
        measured.write(file);
        System.out.println("Report: " + file);
        return measured.refused() == 0 ? 0 : FAILED;
    }

    private Path report(String name) {
        return report != null ? report : checkout.resolve("deploy/acceptance/target/bench/" + name + ".json");
    }
}
