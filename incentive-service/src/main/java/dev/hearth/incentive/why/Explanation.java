package dev.hearth.incentive.why;

import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.rule.EarningRuleView;
import dev.hearth.incentive.rule.RuleBooks;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Puts together why an entry is there. */
@ApplicationScoped
class Explanation {
    private final Ledger ledger;
    private final RuleBooks books;
    private final SourceEvents events;
    private final Pool pool;

    Explanation(Ledger ledger, RuleBooks books, SourceEvents events, Pool pool) {
        this.ledger = ledger;
        this.books = books;
        this.events = events;
        this.pool = pool;
    }

    /** Fails with {@code unknown-entry} if the community has no such transaction. */
    Uni<WhyView> of(String community, String transaction) {
        return ledger.find(pool, community, id(transaction))
                .map(found -> found.orElseThrow(() -> unknown(transaction)))
                .chain(this::explain);
    }

    private Uni<WhyView> explain(Transaction transaction) {
        return rule(transaction).chain(rule -> event(transaction).map(event -> WhyView.of(transaction, rule, event)));
    }

    private Uni<Optional<EarningRuleView>> rule(Transaction transaction) {
        return transaction.cause() instanceof Cause.Earned(String community, String event, String rule, int version)
                ? books.version(pool, new DefinitionKey(community, rule), version)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<CloudEvent>> event(Transaction transaction) {
        String position = transaction.notes().sourcePosition();
        return position == null ? Uni.createFrom().item(Optional.empty()) : events.at(position);
    }

    private static UUID id(String transaction) {
        try {
            return UUID.fromString(transaction);
        } catch (IllegalArgumentException e) {
            throw unknown(transaction);
        }
    }

    private static ProblemException unknown(String transaction) {
        return new ProblemException(
                WhyProblem.UNKNOWN_ENTRY, "the community has no entry " + transaction + "; entries name their own ids");
    }
}
