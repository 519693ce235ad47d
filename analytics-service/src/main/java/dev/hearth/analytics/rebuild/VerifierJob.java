package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.segment.Generations;
import dev.hearth.analytics.segment.Lineage;
import dev.hearth.platform.time.Recurrence;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares what is served with the topics again and again; one replica at a time, whichever finds it due. */
@ApplicationScoped
public class VerifierJob {
    private static final Duration LOOK = Duration.ofMinutes(1);
    /** What fails is not begun again at once. */
    private static final int ATTEMPTS = 8;

    private final Rebuilding rebuilding;
    private final Generations generations;
    private final RebuildConfig config;
    private final Clock clock;
    private Instant attempted = Instant.MAX;
    private @Nullable Cancellable running;

    VerifierJob(Rebuilding rebuilding, Generations generations, RebuildConfig config, Clock clock) {
        this.rebuilding = rebuilding;
        this.generations = generations;
        this.config = config;
        this.clock = clock;
    }

    public void start() {
        if (config.verifyEvery().isPositive()) {
            attempted = clock.instant();
            Duration look = config.verifyEvery().compareTo(LOOK) < 0 ? config.verifyEvery() : LOOK;
            running = new Recurrence("verifier", this::verifyIfDue).every(look);
        }
    }

    public void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private Uni<Void> verifyIfDue() {
        return generations
                .find()
                .flatMap(lineage -> isDue(lineage, clock.instant())
                        ? verify()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> verify() {
        attempted = clock.instant();
        return rebuilding.start(false).replaceWithVoid();
    }

    private boolean isDue(Lineage lineage, Instant now) {
        Instant last = lineage.verifiedAt();
        boolean isOld = last == null || !last.plus(config.verifyEvery()).isAfter(now);
        Duration pause =
                last == null ? config.verifyEvery() : config.verifyEvery().dividedBy(ATTEMPTS);
        return isOld && !lineage.isBusy(now) && !attempted.plus(pause).isAfter(now);
    }
}
