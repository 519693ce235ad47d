package dev.hearth.acceptance.replay;

import dev.hearth.acceptance.client.SuiteClient;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** One replay, from the first reading of the file to the last event's effect. */
public final class Run {
    /** Most rows held to shuffle them, about 200 bytes each. */
    static final int SHUFFLED = 1_000_000;

    private static final Duration HEARSAY = Duration.ofSeconds(1);

    private final ReplayOptions options;
    private final SuiteClient client;
    private final Screen screen;
    private final Tally tally = new Tally();

    public Run(ReplayOptions options, SuiteClient client, Screen screen) {
        this.options = options;
        this.client = client;
        this.screen = screen;
    }

    /** Does it; fails if the file cannot be read or the suite does not take part. */
    public Summary replay() {
        EventFile file = new EventFile(options.file());
        Census census = Census.of(file, options.selection());
        Set<String> declared = register(census);
        long start = System.nanoTime();
        long repeated = send(file, census);
        Duration posting = since(start);
        long posted = System.nanoTime();
        boolean caughtUp = catchUp();
        return new Summary(
                options.target().community(),
                census.members().size(),
                census.groups().size(),
                declared,
                new Summary.Fate(tally.sent(), repeated, tally.accepted(), tally.reasons(), client.retries()),
                posting,
                since(posted),
                caughtUp);
    }

    private Set<String> register(Census census) {
        Registration registration = new Registration(client, options.target());
        registration.community();
        census.groups().forEach(registration::group);
        new Crowd(registration, screen).register(census.members());
        registration.heard();
        if (!census.groups().isEmpty()) {
            settle();
        }
        return registration.kinds(census.kinds());
    }

    private long send(EventFile file, Census census) {
        long expected = Math.round(census.events() * (1 + options.disorder().repeat()));
        Posting posting = new Posting(client, options.target().engagement("/events"), tally);
        try (Sending sending = new Sending(options.pace(), posting);
                Progress _ = new Progress(screen, "posting events", expected, tally::settled)) {
            return arrange(file, sending);
        }
    }

    private long arrange(EventFile file, Sending sending) {
        Disorder disorder = options.disorder();
        long seed = disorder.shuffle().orElse(0);
        Shuffle shuffle = new Shuffle(seed, SHUFFLED, sending);
        Consumer<Row> order = disorder.shuffle().isPresent() ? shuffle : sending;
        Repeats repeats = new Repeats(disorder.repeat(), seed, order);
        file.each(row -> {
            if (options.selection().has(row)) {
                repeats.accept(row);
            }
        });
        repeats.finish();
        shuffle.finish();
        sending.finish();
        return repeats.repeated();
    }

    /**
     * The ingest counts an event for its group's day as soon as it has heard of the group, and for the community's
     * before; it does not tell which groups it knows. It hears within milliseconds, so this is ample.
     */
    private static void settle() {
        try {
            Thread.sleep(HEARSAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while registering", e);
        }
    }

    private boolean catchUp() {
        return options.catchUp().isZero()
                || new CatchUp(new Lag(client, options.target().addresses()), screen).within(options.catchUp());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
