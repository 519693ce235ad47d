package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.client.Patience;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.acceptance.client.SuiteUnreachable;
import dev.hearth.acceptance.client.UnexpectedAnswer;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.simulation.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code ./hearth up --demo} runs beside the suite. */
public final class Demo {
    private static final int BAD_ARGUMENTS = 2;
    private static final int FAILED = 1;
    private static final Duration LONGEST_GAP = Duration.ofDays(90);

    private final DemoOptions options;
    private final SuiteClient client;
    private final Screen screen;
    private final Clock clock;

    Demo(DemoOptions options, SuiteClient client, Screen screen, Clock clock) {
        this.options = options;
        this.client = client;
        this.screen = screen;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        String token = Objects.requireNonNull(environment.get("HEARTH_LOCAL_TOKEN"), "HEARTH_LOCAL_TOKEN is not set");
        leash();
        Screen screen = new Screen(System.out, Boolean.getBoolean("hearth.terminal"));
        try (SuiteClient client = new SuiteClient(() -> token, Patience.USUAL)) {
            new Demo(DemoOptions.read(List.of(arguments), environment), client, screen, Clock.systemUTC()).run();
        } catch (IllegalArgumentException e) {
            end(BAD_ARGUMENTS, e);
        } catch (UnexpectedAnswer | SuiteUnreachable | IllegalStateException e) {
            end(FAILED, e);
        }
    }

    /** Ends this program when the one that started it is gone, however that ended: then its input does. */
    private static void leash() {
        var _ = Thread.ofPlatform().daemon().name("leash").start(() -> {
            try {
                var _ = System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // The same as its end.
            }
            System.exit(0);
        });
    }

    private static void end(int code, RuntimeException failure) {
        System.err.println("hearth demo: " + failure.getMessage());
        System.exit(code);
    }

    private void run() {
        Instant now = clock.instant();
        Note note = Note.in(options.note(), options.seed(), options.scale(), now);
        // Kept at once: whoever is interrupted goes on with the same history.
        note.keep(options.note());
        Filling filling = new Filling(
                client, options.addresses(), screen, Simulation.all(note.seed(), note.scale(), note.opening()));
        note = fill(filling, note, now);
        note.keep(options.note());
        ready(screen.out(), now);
        new Living(filling.residents(), options.note(), clock).on(note);
    }

    private Note fill(Filling filling, Note note, Instant now) {
        if (note.isNew()) {
            screen.out()
                    .printf(
                            "%nDemo: %d simulated communities, %d groups, %,d members, %d days. Nobody in them exists.%n",
                            note.scale().communities(),
                            note.scale().groups(),
                            note.scale().members(),
                            note.scale().days());
            filling.history(now);
        } else {
            screen.out().printf("%nDemo: the simulated communities go on from %s.%n", note.until());
            Instant longest = now.minus(LONGEST_GAP);
            filling.gap(note.until().isBefore(longest) ? longest : note.until(), now);
        }
        return note.reached(now);
    }

    private void ready(PrintStream out, Instant since) {
        out.printf(
                """

                The demo is ready after %d s, and lives on: all of it is simulated.

                  Open   %s/
                  Token  %s

                """,
                Duration.between(since, clock.instant()).toSeconds(),
                options.addresses().analytics(),
                options.tokenCommand());
        out.flush();
    }
}
