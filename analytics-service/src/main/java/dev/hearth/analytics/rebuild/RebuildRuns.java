package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.projection.ActivityProjection;
import dev.hearth.analytics.projection.EventConsumer;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.analytics.segment.Generations;
import dev.hearth.analytics.segment.Lineage;
import dev.hearth.analytics.segment.PartitionJournals;
import dev.hearth.analytics.segment.SegmentConfig;
import dev.hearth.platform.inbox.Subscription;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives a rebuild what it works with. */
@Singleton
class RebuildRuns {
    private final Generations generations;
    private final PartitionJournals journals;
    private final ActivityProjection projection;
    private final Freshness freshness;
    private final DriftSignal signal;
    private final Reading reading;

    RebuildRuns(
            Generations generations,
            PartitionJournals journals,
            ActivityProjection projection,
            Freshness freshness,
            DriftSignal signal,
            Reading reading) {
        this.generations = generations;
        this.journals = journals;
        this.projection = projection;
        this.freshness = freshness;
        this.signal = signal;
        this.reading = reading;
    }

    /** How many partitions there are; fails with 503 while one of them is not loaded. */
    int partitions() {
        return freshness.require().activity().partitions();
    }

    /** What only verifies takes one partition after the other, to be in nobody's way. */
    int parallelism(boolean switching) {
        return switching ? reading.config.parallelism() : 1;
    }

    RebuildRun prepare(Progress progress, Lineage turn) {
        signal.begin();
        Brakes brakes = new Brakes(progress.isSwitching() ? 0 : reading.config.verifyRate());
        Rehearsal rehearsal = new Rehearsal(
                projection, reading::of, reading.threads, brakes, progress, reading.segments.maxUnflushedRecords());
        return new RebuildRun(generations, journals, rehearsal, signal, brakes, progress, turn);
    }

    /** Reads the topics, on threads of its own. */
    @Singleton
    static class Reading {
        private final Subscription subscription;
        private final EventConsumer decoder;
        private final RebuildConfig config;
        private final SegmentConfig segments;
        private final ExecutorService threads;

        Reading(Subscription subscription, EventConsumer decoder, RebuildConfig config, SegmentConfig segments) {
            this.subscription = subscription;
            this.decoder = decoder;
            this.config = config;
            this.segments = segments;
            this.threads = Executors.newFixedThreadPool(
                    config.parallelism(),
                    Thread.ofPlatform().name("rebuild-", 0).daemon().factory());
        }

        Replay of(Shadow shadow) {
            return new Replay(subscription.kafka(), decoder, shadow.partition(), shadow.activity(), config.patience());
        }
    }
}
