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
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.rule.RuleTroubles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules remember from one batch to the next: counts of caps, progress of members, and what went wrong. */
@ApplicationScoped
class Memory {
    private final Ledger ledger;
    private final CapUsages usages;
    private final RuleProgress progress;
    private final RuleTroubles troubles;

    Memory(Ledger ledger, CapUsages usages, RuleProgress progress, RuleTroubles troubles) {
        this.ledger = ledger;
        this.usages = usages;
        this.progress = progress;
        this.troubles = troubles;
    }

    /** What claims must know, locked until the transaction ends. */
    record Recalled(
            Set<ClaimKey> paid,
            Map<UsageKey, Usage> usages,
            Map<ProgressKey, Progress> progress,
            Set<ClaimKey> matched) {}

    /** Counts first, then progress: one order for all, so that nobody waits in a ring. */
    Uni<Recalled> recall(SqlConnection connection, Claims claims) {
        return Uni.combine()
                .all()
                .unis(
                        paid(connection, claims),
                        usages.lock(connection, claims.usageKeys()),
                        progress.lock(connection, claims.progressKeys()),
                        progress.matched(connection, claims.matchKeys()))
                .asTuple()
                .map(known -> new Recalled(known.getItem1(), known.getItem2(), known.getItem3(), known.getItem4()));
    }

    private Uni<Set<ClaimKey>> paid(SqlConnection connection, Claims claims) {
        return ledger.answered(
                        connection,
                        claims.keys().stream()
                                .map(key -> new Ledger.Answer(key.community(), key.event(), key.rule()))
                                .toList())
                .map(answered -> {
                    Set<ClaimKey> paid = HashSet.newHashSet(answered.size());
                    answered.forEach(one -> paid.add(new ClaimKey(one.community(), one.sourceEvent(), one.rule())));
                    return paid;
                });
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
