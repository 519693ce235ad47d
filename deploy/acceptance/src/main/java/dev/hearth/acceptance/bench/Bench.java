package dev.hearth.acceptance.bench;

import dev.hearth.acceptance.browser.Chromium;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code hearth bench NAME}: a benchmark against a baseline of the same run. */
public final class Bench {
    private static final String HELP = """
            hearth bench NAME [options]

              ingest   the ingest against a bare Vert.x server that parses and hands to a Kafka producer (P1, P2)
              ledger   credits from the topic against a plain PostgreSQL client with the same statements (P3,
                       P4), and redemptions over HTTP against the same (P5)
              analytics  how soon events can be read (P6), a rebuild against consumers that only read (P7),
                       figures and boards of a large community (P8, P9), boards of 500 groups (X9)
              page     how soon each view of the dashboard can be used, and how much script an update costs,
                       in Chromium, with the demo's 120 groups and with 2,000

            Starts its own suite on free ports; nothing else should run on the machine meanwhile.

              --turns N      measurements of each, in turns (default 5); the median counts
              --seconds N    of a measurement of the ingest, of redemptions or of answers (default 5)
              --credits N    of a measurement of the ledger (default 60000)
              --events N     of analytics' large community (default 10000000)
              --members N    of the same (default 1000000)
              --rate N       events a second while P6 and X9 are measured (default 5000)
              --only P5      of the ledger's, the redemptions alone (default report: ledger-P5.json);
                             of analytics', any figures, as P7,P8
              --profile FILE a flight recording of incentive-service or analytics-service under this load
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
    private int events = 10_000_000;
    private int members = 1_000_000;
    private int rate = 5_000;
    private Set<String> only = Set.of();

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
                case "analytics" -> analytics();
                case "page" -> page();
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
                case "--events" -> events = number(value, 1_000, 100_000_000);
                case "--members" -> members = number(value, 1_000, 10_000_000);
                case "--rate" -> rate = number(value, 20, 100_000);
                case "--only" -> only = figures(arguments.getFirst(), value);
                case "--out" -> report = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(place));
            }
        }
    }

    private static Set<String> figures(String benchmark, String named) {
        Set<String> offered = switch (benchmark) {
            case "ledger" -> Set.of("P5");
            case "analytics" -> AnalyticsOptions.FIGURES;
            default -> Set.of();
        };
        Set<String> figures = Set.of(named.split(",", -1));
        if (!offered.containsAll(figures)) {
            throw new IllegalArgumentException(
                    "--only " + named + " is no part of " + benchmark + " that can be measured alone");
        }
        return figures;
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(text + " is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private int ingest() throws IOException {
        Path home = Files.createTempDirectory("hearth-bench-");
        System.err.println("Starting the suite and the bare server");
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
        System.err.println("Starting the suite");
        try (LedgerArena arena = LedgerArena.open(checkout, home, profile);
                Child generator = Child.start(LoadGenerator.class, List.of())) {
            RedemptionBench redemptions = new RedemptionBench(arena, generator, System.err, turns, seconds);
            return !only.isEmpty()
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

    private int analytics() throws IOException {
        AnalyticsOptions options = new AnalyticsOptions(
                only.isEmpty() ? AnalyticsOptions.FIGURES : only, turns, seconds, events, members, rate);
        Path home = Files.createTempDirectory("hearth-bench-");
        Machine machine = Machine.now();
        PrintStream progress = System.err;
        System.err.println("Starting the suite");
        try (AnalyticsArena arena = AnalyticsArena.open(checkout, home, options.heap(), profile, progress);
                Child generator = Child.start(LoadGenerator.class, List.of())) {
            AnalyticsReport measured = new AnalyticsBench(arena, generator, options).run(machine);
            System.out.print(measured.table());
            Path file = report("analytics");
            measured.write(file);
            System.out.println("Report: " + file);
            return measured.missing() == 0 ? 0 : FAILED;
        } finally {
            Scratch.delete(home);
        }
    }

    private int page() throws IOException {
        Path home = Files.createTempDirectory("hearth-bench-");
        Machine machine = Machine.now();
        System.err.println("Starting the suite");
        try (PageArena arena = PageArena.open(checkout, home);
                Chromium chromium = new Chromium(checkout)) {
            PageReport measured = new PageBench(arena, chromium, PageOptions.of(turns)).run(machine);
            System.out.print(measured.table());
            Path file = report("page");
            measured.write(file);
            System.out.println("Report: " + file);
            return 0;
        } finally {
            Scratch.delete(home);
        }
    }

    private Path report(String name) {
        return report != null ? report : checkout.resolve("deploy/acceptance/target/bench/" + name + ".json");
    }
}
