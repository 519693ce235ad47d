package dev.hearth.local.stack;

import dev.hearth.local.Logs;
import dev.hearth.local.TokenRequest;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What {@code hearth up} shows: on a terminal a table that moves, elsewhere a line for each thing that happens. */
final class Screen implements StackObserver {

    private static final Duration REFRESH = Duration.ofMillis(200);
    private static final int LINES_OF_LOG = 20;

    private sealed interface State {
        record Waiting() implements State {}

        record Starting(long since) implements State {}

        record Ready(Duration took) implements State {}
    }

    private final PrintStream out;
    private final boolean terminal;
    private final StackConfig config;
    private final Map<Part, State> states = new EnumMap<>(Part.class);
    private final long began = System.nanoTime();
    private boolean moving;

    Screen(PrintStream out, boolean terminal, StackConfig config) {
        this.out = out;
        this.terminal = terminal;
        this.config = config;
        for (var part : Part.values()) {
            states.put(part, new State.Waiting());
        }
    }

    synchronized void begin() {
        out.println("Hearth starts; data and logs in " + config.home());
        if (terminal) {
            moving = true;
            table();
            Thread.ofPlatform().daemon().name("screen").start(this::keepMoving);
        }
    }

    private void keepMoving() {
        while (repaint()) {
            try {
                Thread.sleep(REFRESH);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized boolean repaint() {
        if (moving) {
            // Up to the table's first line, and clear from there.
            out.print("\u001b[" + Part.values().length + "A\u001b[J");
            table();
        }
        return moving;
    }

    private void table() {
        states.forEach((part, state) -> out.println(line(part, state)));
        out.flush();
    }

    private String line(Part part, State state) {
        var says = switch (state) {
            case State.Waiting _ -> "waiting";
            case State.Starting starting ->
                "starting " + seconds(Duration.ofNanos(System.nanoTime() - starting.since()));
            case State.Ready ready -> "ready    " + seconds(ready.took()) + "   " + address(part);
        };
        return String.format(Locale.ROOT, "  %-18s %s", part.title(), says);
    }

    private String address(Part part) {
        return (part.isService() ? "http://localhost:" : "127.0.0.1:") + config.port(part);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%5.1f s", duration.toMillis() / 1_000.0);
    }

    @Override
    public synchronized void starting(Part part) {
        states.put(part, new State.Starting(System.nanoTime()));
        if (!terminal) {
            out.println("  " + part.title() + " starts");
        }
    }

    @Override
    public synchronized void ready(Part part, Duration took) {
        var state = new State.Ready(took);
        states.put(part, state);
        if (!terminal) {
            out.println(line(part, state));
        }
    }

    synchronized void ready(Stack stack) {
        endTable();
        var token = stack.token(TokenRequest.forEverything());
        var member = "http://localhost:" + config.port(Part.MEMBER);
        out.printf(
                Locale.ROOT,
                """

                Ready after %s. Ctrl-C stops everything; logs are in %s.

                A token for everything, valid for 12 hours (./hearth token makes others):

                  export HEARTH_TOKEN=%s

                A first call:

                  curl -X PUT %s/communities/demo -H "Authorization: Bearer $HEARTH_TOKEN" \\
                       -H 'Content-Type: application/json' -d '{"name":"Demo","zone":"Asia/Shanghai"}'

                """,
                seconds(Duration.ofNanos(System.nanoTime() - began)).strip(),
                config.home().resolve("log"),
                token,
                member);
        out.flush();
    }

    @Override
    public synchronized void died(Part part) {
        var log = config.log(part);
        out.println("\n" + part.title() + " has ended unexpectedly. The end of its log " + log + ":\n"
                + Logs.tail(log, LINES_OF_LOG)
                + "\nThe other parts go on. To have it back: Ctrl-C, then ./hearth up.\n");
    }

    synchronized void stopping() {
        endTable();
        out.println("\nHearth stops");
    }

    @Override
    public synchronized void stopped(Part part) {
        out.println("  " + part.title() + " stopped");
    }

    synchronized void stopped() {
        out.println("Hearth has stopped.");
        out.flush();
    }

    private void endTable() {
        if (moving) {
            var _ = repaint();
            moving = false;
        }
    }
}
