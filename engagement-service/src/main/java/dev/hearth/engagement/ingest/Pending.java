package dev.hearth.engagement.ingest;

import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Something under way that a thread of its own waits for. */
final class Pending {
    static final Pending NONE = new Pending(CompletableFuture.completedFuture(null));

    private final CompletableFuture<Void> outcome;

    private Pending(CompletableFuture<Void> outcome) {
        this.outcome = outcome;
    }

    /** Begins it at once. */
    static Pending of(Uni<Void> work) {
        return new Pending(work.subscribeAsCompletionStage());
    }

    /** Waits for it; fails with the problem that it fails with. */
    void join() {
        try {
            var _ = outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }
}
