package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.Posting;
import dev.hearth.acceptance.replay.Row;
import dev.hearth.acceptance.replay.Sending;
import dev.hearth.acceptance.replay.Tally;
import dev.hearth.acceptance.simulation.Deed;
import dev.hearth.acceptance.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A simulated community and its place in the suite. */
record Resident(Simulation simulation, Place place) {
    private static final Pace PACE = new Pace(500, 3, 0);
    private static final Duration STRETCH = Duration.ofDays(1);

    /** Posts all that is done from {@code from} to before {@code until}; returns when its fate is known. */
    void live(Instant from, Instant until, Tally tally) {
        Posting posting = new Posting(place.client(), place.engagement("/events"), tally);
        try (Sending sending = new Sending(PACE, posting)) {
            for (Instant at = from; at.isBefore(until); at = at.plus(STRETCH)) {
                Instant next = at.plus(STRETCH);
                done(at, next.isBefore(until) ? next : until).forEach(deed -> sending.accept(row(deed)));
            }
            sending.finish();
        }
    }

    List<Deed> done(Instant from, Instant until) {
        return simulation.deeds(from, until);
    }

    private static Row row(Deed deed) {
        return new Row(
                deed.id(), deed.at(), deed.member(), deed.kind(), deed.target(), null, deed.value(), deed.group());
    }
}
