package dev.hearth.incentive.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.Credit;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.currency.ExpiryPolicy;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.rule.Book;
import dev.hearth.incentive.wallet.pending.PendingCredit;
import dev.hearth.platform.event.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts awards into the books: one transaction for each, however many members it pays. */
final class Payment {
    private final Terms terms;
    private final Map<String, Deed> deeds;
    private final Supplier<UUID> ids;

    /** @param ids of pending credits */
    Payment(Terms terms, List<Deed> deeds, Supplier<UUID> ids) {
        this.terms = terms;
        this.ids = ids;
        this.deeds = HashMap.newHashMap(deeds.size());
        deeds.forEach(deed -> this.deeds.putIfAbsent(deed.occurrence().event(), deed));
    }

    /**
     * By what it pays.
     *
     * @param zones of communities
     * @param books the rules in force, by community
     * @param expiries when points expire where a rule does not say
     * @param partition whose slices of budgets pay
     */
    record Terms(
            Function<String, ZoneId> zones,
            Map<String, Book> books,
            Map<CurrencyId, ExpiryPolicy> expiries,
            int partition) {
        Book.Payout payout(String community, Rule rule) {
            Book book = books.get(community);
            return book == null ? Book.Payout.PLAIN : book.payout(rule);
        }

        Instant expiresAt(Occurrence occurrence, CurrencyId currency, Book.Payout payout) {
            ExpiryPolicy policy = payout.expiry().orElseGet(() -> expiries.getOrDefault(currency, ExpiryPolicy.NEVER));
            return policy.kind() == ExpiryPolicy.Kind.NEVER
                    ? Account.NEVER
                    : policy.expiresAt(occurrence.localDate(), zones.apply(occurrence.community()));
        }
    }

    Set<Holder> holders(List<Award> awards) {
        Set<Holder> holders = LinkedHashSet.newLinkedHashSet(awards.size());
        for (Award award : awards) {
            for (Credit credit : award.credits()) {
                holders.add(new Holder(award.claim().occurrence().community(), credit.member()));
            }
        }
        return holders;
    }

    /** Drafts them; what is only pending is still to be noted. */
    List<PendingCredit> draft(Books books, List<Award> awards) {
        List<PendingCredit> pending = new ArrayList<>(0);
        awards.forEach(award -> draft(books, award, pending));
        return pending;
    }

    private void draft(Books books, Award award, List<PendingCredit> pending) {
        Occurrence occurrence = award.claim().occurrence();
        Rule rule = award.claim().rule();
        CurrencyId currency = new CurrencyId(occurrence.community(), rule.currency());
        Book.Payout payout = terms.payout(occurrence.community(), rule);
        Draft draft = books.draft(
                        TransactionType.EARNED,
                        new Cause.Earned(occurrence.community(), occurrence.event(), rule.id(), rule.version()),
                        new When(occurrence.occurredAt(), occurrence.localDate()))
                .note(notes(award));
        Account source = source(books, award, currency);
        for (Credit credit : award.credits()) {
            if (credit.points() < 0) {
                draft = draft.debitOrOwe(currency, credit.member(), -credit.points(), source);
            } else if (credit.points() > 0 && payout.isPending()) {
                draft = draft.accrue(currency, credit.member(), credit.points(), source);
            } else if (credit.points() > 0) {
                Instant expiresAt = terms.expiresAt(occurrence, currency, payout);
                draft = draft.credit(currency, credit.member(), credit.points(), expiresAt, source);
            }
        }
        UUID transaction = draft.record().id();
        if (payout.isPending()) {
            pending.addAll(pending(award, currency, payout, transaction));
        }
    }

    private Account source(Books books, Award award, CurrencyId currency) {
        BudgetId budget = Funding.id(award);
        return budget == null ? Account.issuer(currency, books.shard()) : Budgets.account(budget, terms.partition());
    }

    private List<PendingCredit> pending(Award award, CurrencyId currency, Book.Payout payout, UUID transaction) {
        Occurrence occurrence = award.claim().occurrence();
        Instant expiresAt = terms.expiresAt(occurrence, currency, payout);
        return award.credits().stream()
                .filter(credit -> credit.points() > 0)
                .map(credit -> new PendingCredit(
                        ids.get(),
                        currency,
                        credit.member(),
                        credit.points(),
                        transaction,
                        payout.spendableAfter()
                                .map(occurrence.occurredAt()::plus)
                                .orElse(null),
                        payout.spendableOn().orElse(null),
                        expiresAt))
                .toList();
    }

    private Notes notes(Award award) {
        Deed deed = deeds.get(award.claim().occurrence().event());
        Notes notes = deed == null ? Notes.NONE : Notes.NONE.from(deed.position());
        return award.isPlain() ? notes : notes.tracing(trace(award));
    }

    /** How the amounts came about. */
    private static String trace(Award award) {
        Trace trace = new Trace(
                award.claim().base(),
                award.credits().stream()
                        .map(credit -> new Trace.Part(
                                credit.member(),
                                credit.share(),
                                credit.multiplied() == credit.share() ? null : credit.multiplied(),
                                credit.cuts().isEmpty()
                                        ? null
                                        : credit.cuts().stream()
                                                .map(cut -> new Trace.Cut(cut.by(), cut.left()))
                                                .toList(),
                                credit.points()))
                        .toList());
        return new String(ContractJson.write(trace), StandardCharsets.UTF_8);
    }

    /**
     * How an award came about, as it is kept with the transaction.
     *
     * @param base what the event is worth by the rule
     * @param parts who gets what of it
     */
    record Trace(long base, List<Part> parts) {
        /**
         * One member's part.
         *
         * @param share of the base
         * @param multiplied after the tier's multiplier, where that changed it
         * @param cuts what limits took, in order, where they did
         * @param points what was paid; negative was taken
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Part(
                String member,
                long share,
                @Nullable Long multiplied,
                @Nullable List<Cut> cuts,
                long points) {}

        /**
         * What a limit left.
         *
         * @param by {@code cap/<id>}, {@code rule/<id>}, {@code budget/<id>}
         */
        record Cut(String by, long left) {}
    }
}
