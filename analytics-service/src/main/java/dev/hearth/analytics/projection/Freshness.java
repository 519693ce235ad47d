package dev.hearth.analytics.projection;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Positions;
import dev.hearth.platform.inbox.ConsumerPositions;
import dev.hearth.platform.inbox.ConsumerPositionsView;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures how far the figures are behind the topics, again and again, so that no question has to wait for it. */
@ApplicationScoped
public class Freshness {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ActivityProjection projection;
    private final ConsumerPositions positions;
    private final Clock clock;
    private volatile @Nullable Measure latest;

    Freshness(ActivityProjection projection, ConsumerPositions positions, Clock clock) {
        this.projection = projection;
        this.positions = positions;
        this.clock = clock;
    }

    /** The sets of all partitions, and how fresh they are; fails with 503 while one is not loaded. */
    public Fresh require() {
        Measure measure = latest;
        if (measure == null) {
            throw notLoaded();
        }
        // Freshness first: the sets may only be further than it says.
        AsOf asOf = asOf(measure);
        return new Fresh(projection.activity(measure.ends.size()).orElseThrow(Freshness::notLoaded), asOf);
    }

    /** The ends of all partitions as the broker says them now, and how far the figures are. */
    Uni<ConsumerPositionsView> measure() {
        return positions.now().invoke(view -> {
            Measure before = latest;
            if (before != null) {
                before.ends.forEach(
                        (partition, ends) -> projection.served(partition).ifPresent(each -> each.reached(ends)));
            }
            latest = new Measure(clock.instant(), ends(view));
        });
    }

    /** How many partitions each topic has; 0 while that is not known. */
    int partitions() {
        Measure measure = latest;
        return measure == null ? 0 : measure.ends.size();
    }

    /** Whether the sets of every partition are here. */
    public boolean isLoaded() {
        int partitions = partitions();
        return partitions > 0 && projection.activity(partitions).isPresent();
    }

    private AsOf asOf(Measure measure) {
        long lag = 0;
        boolean catchingUp = false;
        for (Map.Entry<Integer, Positions> ends : measure.ends.entrySet()) {
            ServedPartition each = projection.served(ends.getKey()).orElseThrow(Freshness::notLoaded);
            Positions reached = each.sets().activity().positions();
            lag += ends.getValue().offsets().entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - reached.of(end.getKey())))
                    .sum();
            catchingUp |= !each.hasCaughtUp();
        }
        return new AsOf(measure.at, lag, catchingUp);
    }

    private static Map<Integer, Positions> ends(ConsumerPositionsView view) {
        Map<Integer, Positions> ends = new HashMap<>();
        view.partitions()
                .forEach(each -> ends.merge(
                        each.partition(),
                        Positions.START.with(each.topic(), each.end()),
                        (one, other) -> one.with(each.topic(), each.end())));
        return ends;
    }

    private static ProblemException notLoaded() {
        return new ProblemException(
                RequestProblem.UNAVAILABLE, "the figures are being loaded; try again", List.of(), SOON);
    }

    private record Measure(Instant at, Map<Integer, Positions> ends) {}

    /**
     * What a question is answered from.
     *
     * @param activity the sets of all partitions
     * @param asOf how fresh they are, at least
     */
    public record Fresh(Activity activity, AsOf asOf) {
        /** Older than that, what is known does not say that nothing happened meanwhile. */
        private static final Duration CURRENT = Duration.ofSeconds(30);

        /**
         * Whether everything that is recorded {@code now} is in the sets: only then does what is not there tell that
         * nothing was done.
         */
        public boolean isCompleteAt(Instant now) {
            return !asOf.catchingUp() && asOf.lag() == 0 && asOf.measuredAt().isAfter(now.minus(CURRENT));
        }
    }
}
