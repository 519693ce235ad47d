package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.acceptance.replay.CatchUp;
import dev.hearth.acceptance.replay.Lag;
import dev.hearth.acceptance.replay.Progress;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.replay.Tally;
import dev.hearth.acceptance.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Brings the suite from where a demo is to now, through the public interface only, so that ledger, streams and figures
 * agree. What was done already is done again without effect: ids and keys follow from the seed.
 */
public final class Filling {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final SuiteClient client;
    private final SuiteAddresses addresses;
    private final Screen screen;
    private final List<Resident> residents;

    public Filling(SuiteClient client, SuiteAddresses addresses, Screen screen, List<Simulation> simulations) {
        this.client = client;
        this.addresses = addresses;
        this.screen = screen;
        this.residents = simulations.stream()
                .map(simulation -> new Resident(
                        simulation,
                        new Place(client, addresses, simulation.society().id())))
                .toList();
    }

    List<Resident> residents() {
        return residents;
    }

    /** The whole history up to now; returns when it has all its effects. */
    public void history(Instant now) {
        CompletableFuture<Long> deeds = CompletableFuture.supplyAsync(() -> count(now));
        timed(
                "setting up",
                () -> residents.forEach(resident -> new Furnishing(resident.place(), resident.simulation()).all()));
        timed("members", () -> enrol(now));
        Instant first = residents.stream()
                .map(resident -> resident.simulation().beginning())
                .min(Instant::compareTo)
                .orElseThrow();
        timed("events", () -> between(first, now, deeds.join()));
        timed("taking effect", this::catchUp);
        timed(
                "rewards",
                () -> residents.forEach(resident -> new Treats(resident.place(), resident.simulation()).all()));
    }

    /** What happened while the demo was away. */
    void gap(Instant from, Instant until) {
        residents.forEach(resident -> new Enrolling(new LongAdder())
                .enrol(resident.place(), resident.simulation().arrivals(from, until)));
        long deeds = residents.stream()
                .mapToLong(resident -> resident.done(from, until).size())
                .sum();
        timed("catching up with now", () -> between(from, until, deeds));
    }

    private long count(Instant now) {
        // Simulations are not made for several threads: these are others of the same.
        return residents.stream()
                .mapToLong(resident -> {
                    Simulation twin = resident.simulation().twin();
                    return twin.deeds(twin.beginning(), now).size();
                })
                .sum();
    }

    private void enrol(Instant now) {
        LongAdder enrolled = new LongAdder();
        long all = residents.stream()
                .mapToLong(resident -> resident.simulation().members(now).size())
                .sum();
        try (Progress _ = new Progress(screen, "members", all, enrolled::sum)) {
            residents.forEach(resident -> new Enrolling(enrolled)
                    .enrol(resident.place(), resident.simulation().members(now)));
        }
    }

    private void between(Instant from, Instant until, long expected) {
        Tally tally = new Tally();
        try (Progress _ = new Progress(screen, "events", expected, tally::settled)) {
            residents.stream()
                    .map(resident -> CompletableFuture.runAsync(() -> resident.live(from, until, tally)))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        if (tally.refused() > 0) {
            throw new IllegalStateException("events were refused: " + tally.reasons());
        }
    }

    private void catchUp() {
        if (!new CatchUp(new Lag(client, addresses), screen).within(PATIENCE)) {
            throw new IllegalStateException("not all events took effect within " + PATIENCE);
        }
    }

    private void timed(String step, Runnable work) {
        long start = System.nanoTime();
        work.run();
        screen.out().printf("  %-20s %5.1f s%n", step, (System.nanoTime() - start) / 1e9);
    }
}
