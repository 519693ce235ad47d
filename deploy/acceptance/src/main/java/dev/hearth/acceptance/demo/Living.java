package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.client.SuiteUnreachable;
import dev.hearth.acceptance.client.UnexpectedAnswer;
import dev.hearth.acceptance.replay.Tally;
import dev.hearth.acceptance.simulation.Deed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The communities go on: what is done in them happens when its time has come. */
final class Living {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int KEEP_EVERY = 5;

    private final List<Resident> residents;
    private final Path note;
    private final Clock clock;

    Living(List<Resident> residents, Path note, Clock clock) {
        this.residents = residents;
        this.note = note;
        this.clock = clock;
    }

    /**
     * Until this thread is interrupted. A service that is away is waited for: nothing of the time between is left out.
     */
    void on(Note reached) {
        Note last = reached;
        for (int beat = 1; rest(); beat++) {
            Instant now = clock.instant();
            try {
                step(last.until(), now);
                last = last.reached(now);
                if (beat % KEEP_EVERY == 0) {
                    last.keep(note);
                }
            } catch (SuiteUnreachable | UnexpectedAnswer away) {
                System.err.println("The demo waits: " + away.getMessage());
            }
        }
    }

    private void step(Instant from, Instant now) {
        for (Resident resident : residents) {
            new Enrolling(new LongAdder())
                    .enrol(resident.place(), resident.simulation().arrivals(from, now));
            resident.live(from, now, new Tally());
            // Whoever checks in now and then treats himself; most have too few points, and are told so.
            resident.done(from, now).stream()
                    .filter(deed -> deed.kind().equals("check-in.made"))
                    .filter(deed -> Math.floorMod(deed.id().hashCode(), 4) == 0)
                    .map(Deed::member)
                    .forEach(member -> new Treats(resident.place(), resident.simulation())
                            .redeem(member, "coffee", Long.toString(now.getEpochSecond())));
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(BEAT);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
