package dev.hearth.incentive.compensation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Compares those who were compensated with those who were held out. */
@ApplicationScoped
class Measuring {
    private final Compensating compensating;
    private final Outcomes outcomes;
    private final Pool pool;

    Measuring(Compensating compensating, Outcomes outcomes, Pool pool) {
        this.compensating = compensating;
        this.outcomes = outcomes;
        this.pool = pool;
    }

    Uni<CompensationReportView> report(String community, String id) {
        return compensating
                .get(community, id)
                .chain(compensation ->
                        outcomes.of(pool, community, id).map(found -> view(compensation.terms(), found)));
    }

    private static CompensationReportView view(Compensation.Terms terms, Outcomes.Found found) {
        @Nullable
        Effect effect = Effect.between(found.treated().after(), found.heldOut().after());
        @Nullable
        Effect change = found.isObservedBefore()
                ? Effect.between(found.treated().change(), found.heldOut().change())
                : null;
        long settled =
                found.treated().after().members() + found.heldOut().after().members();
        return new CompensationReportView(
                terms.id(),
                terms.incident(),
                terms.metric(),
                terms.expected(),
                terms.horizonDays(),
                Verdict.of(settled, effect, terms.expected()),
                found.treated().points(),
                found.treated().running() + found.heldOut().running(),
                side(found.treated()),
                side(found.heldOut()),
                CompensationReportView.Interval.of(effect),
                CompensationReportView.Interval.of(change));
    }

    private static CompensationReportView.Side side(Outcomes.Side side) {
        return new CompensationReportView.Side(
                side.after().members(), side.after().mean());
    }
}
