package dev.hearth.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code hearth bench NAME}: a benchmark against a baseline of the same run. */
public final class Bench {
    private static final String HELP = """
            hearth bench ingest [--turns N] [--seconds N] [--out FILE]

            Measures the ingest against a bare Vert.x server that parses and hands to a Kafka producer (P1, P2).
            Starts its own suite on free ports; nothing else should run on the machine meanwhile.

              --turns N      measurements of each server, in turns (default 5); the median counts
              --seconds N    of a measurement (default 5)
              --out FILE     the report (default deploy/acceptance/target/bench/ingest.json)
            """;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path checkout =
            Path.of(System.getProperty("hearth.checkout", "")).toAbsolutePath();
    private Path report = checkout.resolve("deploy/acceptance/target/bench/ingest.json");
    private int turns = 5;
    private int seconds = 5;

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
            return ingest();
        } catch (IllegalArgumentException e) {
            System.err.println("hearth bench: " + e.getMessage() + "\n\n" + HELP);
            return MISUSED;
        } catch (IOException e) {
            System.err.println("hearth bench: cannot write the report: " + e);
            return FAILED;
        }
    }

    private void read(List<String> arguments) {
        if (!arguments.getFirst().equals("ingest")) {
            throw new IllegalArgumentException("there is no benchmark " + arguments.getFirst());
        }
        for (int place = 1; place < arguments.size(); place += 2) {
            if (place + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(place) + " needs a value");
            }
            String value = arguments.get(place + 1);
            switch (arguments.get(place)) {
                case "--turns" -> turns = number(value, 1, 50);
                case "--seconds" -> seconds = number(value, 1, 60);
                case "--out" -> report = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(place));
            }
        }
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
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
            measured.write(report);
            System.out.println("Report: " + report);
            return measured.missing() == 0 ? 0 : FAILED;
        } finally {
            Scratch.delete(home);
        }
    }
}
