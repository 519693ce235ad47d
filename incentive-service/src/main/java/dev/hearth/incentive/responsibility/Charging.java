package dev.hearth.incentive.responsibility;

import dev.hearth.contract.incentive.ResponsibilityDecided;
import dev.hearth.contract.incentive.ResponsibilityPart;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.state.Communities;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes penalties of points through the ledger, gives them back, and tells of decisions. */
@ApplicationScoped
class Charging {
    private final Wallets wallets;
    private final Bookkeeping books;
    private final Ledger ledger;
    private final Communities communities;
    private final Events events;
    private final Outbox outbox;

    Charging(Wallets wallets, Bookkeeping books, Ledger ledger, Communities communities, Events events, Outbox outbox) {
        this.wallets = wallets;
        this.books = books;
        this.ledger = ledger;
        this.communities = communities;
        this.events = events;
        this.outbox = outbox;
    }

    /** Takes what is charged from each, in one transaction; what somebody does not have is owed. */
    Uni<Optional<UUID>> charge(SqlConnection connection, ResponsibilityCase decided) {
        ResponsibilityCase.Fault fault = decided.fault();
        if (!fault.penalty().points() || decided.decision().charged() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return wallets.terms(connection, currency(decided))
                .chain(() -> books.with(
                        connection,
                        holders(decided),
                        drafted -> Uni.createFrom()
                                .item(Optional.of(draft(drafted, decided).id()))));
    }

    /** Gives back what was taken. */
    Uni<Optional<UUID>> giveBack(SqlConnection connection, ResponsibilityCase decided, String why, String who) {
        UUID taken = decided.transaction();
        if (taken == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        String community = decided.fault().community();
        return ledger.find(connection, community, taken)
                .map(Optional::orElseThrow)
                .chain(original -> books.with(
                        connection,
                        original.holders(),
                        drafted -> Uni.createFrom()
                                .item(Optional.of(reverse(drafted, decided, original, why, who)
                                        .id()))));
    }

    /** Tells of the decision, or of its reversal. The transaction has inserted the row that this is about. */
    Uni<Void> tell(SqlConnection connection, ResponsibilityCase decided) {
        ResponsibilityCase.Fault fault = decided.fault();
        ResponsibilityCase.Reversal reversal = decided.reversal();
        ResponsibilityDecided told = new ResponsibilityDecided(
                decided.id().toString(),
                fault.incident(),
                fault.rule(),
                decided.ruleVersion(),
                fault.penalty().unit(),
                fault.penalty().points(),
                fault.penalty().amount(),
                decided.decision().parts().stream().map(Charging::part).toList(),
                decided.decision().exempt(),
                reversal == null ? null : reversal.reason());
        return outbox.add(
                connection,
                List.of(events.of(fault.community(), fault.community(), null, reversal == null ? 1 : 2, told)));
    }

    private Transaction draft(Books drafted, ResponsibilityCase decided) {
        CurrencyId currency = currency(decided);
        Draft draft = drafted.draft(TransactionType.PENALISED, cause(decided, "charge"), when(drafted, decided))
                .note(Notes.on(reference(decided))
                        .by(
                                decided.decidedBy(),
                                "responsibility for " + decided.fault().incident()));
        for (Decision.Part part : decided.decision().parts()) {
            if (part.charged() > 0) {
                draft = draft.debitOrOwe(
                        currency, part.member(), part.charged(), Account.adjusted(currency, drafted.shard()));
            }
        }
        return draft.record();
    }

    private Transaction reverse(
            Books drafted, ResponsibilityCase decided, Transaction original, @Nullable String why, String who) {
        return drafted.draft(TransactionType.REVERSED, cause(decided, "reversal"), when(drafted, decided))
                .note(Notes.on(reference(decided)).by(who, why))
                .reverse(original)
                .record();
    }

    private When when(Books drafted, ResponsibilityCase decided) {
        return new When(
                drafted.now(),
                LocalDate.ofInstant(
                        drafted.now(), communities.zone(decided.fault().community(), null)));
    }

    private static Set<Holder> holders(ResponsibilityCase decided) {
        return decided.decision().parts().stream()
                .filter(part -> part.charged() > 0)
                .map(part -> new Holder(decided.fault().community(), part.member()))
                .collect(Collectors.toSet());
    }

    private static CurrencyId currency(ResponsibilityCase decided) {
        return new CurrencyId(
                decided.fault().community(), decided.fault().penalty().unit());
    }

    private static Cause cause(ResponsibilityCase decided, String what) {
        return new Cause.Requested(decided.fault().community(), reference(decided) + "/" + what);
    }

    private static String reference(ResponsibilityCase decided) {
        return "responsibility/" + decided.id();
    }

    private static ResponsibilityPart part(Decision.Part part) {
        return new ResponsibilityPart(part.role().name(), part.member(), part.share(), part.charged());
    }
}
