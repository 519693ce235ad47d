package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.ClaimKey;
import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.Fault;
import dev.hearth.incentive.accrual.Progress;
import dev.hearth.incentive.accrual.ProgressKey;
import dev.hearth.incentive.accrual.Refusal;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.accrual.Usage;
import dev.hearth.incentive.accrual.UsageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules remember from one batch to the next: counts of caps, progress of members, and what went wrong. */
@ApplicationScoped
class Memory {
    private final CapUsages usages;
    private final RuleProgress progress;
    private final Troubles troubles;

    Memory(CapUsages usages, RuleProgress progress, Troubles troubles) {
        this.usages = usages;
        this.progress = progress;
        this.troubles = troubles;
    }

    /** What claims must know, locked until the transaction ends. */
    record Recalled(Map<UsageKey, Usage> usages, Map<ProgressKey, Progress> progress, Set<ClaimKey> matched) {}

    /** Counts first, then progress: one order for all, so that nobody waits in a ring. */
    Uni<Recalled> recall(SqlConnection connection, Claims claims) {
        return usages.lock(connection, claims.usageKeys())
                .chain(counts -> progress.lock(connection, claims.progressKeys())
                        .chain(found -> progress.matched(connection, claims.matchKeys())
                                .map(matched -> new Recalled(counts, found, matched))));
    }

    /** Keeps what changed. */
    Uni<Void> keep(SqlConnection connection, Settlement settled) {
        return usages.save(connection, settled.usages())
                .chain(() -> progress.save(connection, settled.progress(), settled.matched()));
    }

    /** Keeps what rules could not do. */
    Uni<Void> troubles(SqlConnection connection, List<Fault> faults, List<Refusal> refusals) {
        return faults.isEmpty() && refusals.isEmpty()
                ? Uni.createFrom().voidItem()
                : troubles.add(connection, faults, refusals);
    }
}
