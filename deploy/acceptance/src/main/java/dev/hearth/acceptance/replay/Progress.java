package dev.hearth.acceptance.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says how far a step is, with rate and time left: one line that is overwritten on a terminal, a new line now and then
 * where the output goes to a file or another program.
 */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long NANOS = 1_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final String step;
    private final long total;
    private final LongSupplier done;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    /**
     * Starts to report.
     *
     * @param step what is under way, at most about 20 characters
     * @param total how much there is to do
     * @param done how much is done
     */
    public Progress(Screen screen, String step, long total, LongSupplier done) {
        this.out = screen.out();
        this.terminal = screen.terminal();
        this.step = step;
        this.total = total;
        this.done = done;
        long period = terminal ? 100 : 5_000;
        var _ = ticks.scheduleAtFixedRate(this::show, terminal ? 0 : period, period, TimeUnit.MILLISECONDS);
    }

    private void show() {
        String line = line(step, Math.min(done.getAsLong(), total), total, System.nanoTime() - start);
        out.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
        out.flush();
    }

    static String line(String step, long done, long total, long nanos) {
        double share = total == 0 ? 1 : (double) done / total;
        int filled = (int) (share * WIDTH);
        double rate = nanos == 0 ? 0 : (double) done * NANOS / nanos;
        return String.format(
                Locale.ROOT,
                "%-20s [%s%s] %3d%%  %,d of %,d  %,.0f/s  %s",
                step,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (share * 100),
                done,
                total,
                rate,
                timeLeft(total - done, rate));
    }

    private static String timeLeft(long left, double rate) {
        if (left == 0) {
            return "done";
        }
        if (rate < 1e-3) {
            return "waiting";
        }
        Duration time = Duration.ofSeconds((long) Math.ceil(left / rate));
        return String.format(Locale.ROOT, "%d:%02d left", time.toMinutes(), time.toSecondsPart());
    }

    /** Shows the last state and ends the line. */
    @Override
    public void close() {
        ticks.shutdownNow();
        try {
            if (!ticks.awaitTermination(1, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        show();
        if (terminal) {
            out.println();
        }
    }
}
