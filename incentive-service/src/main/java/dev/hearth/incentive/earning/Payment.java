package dev.hearth.incentive.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.Credit;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rule;
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
import dev.hearth.platform.event.ContractJson;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts awards into the books: one transaction for each, however many members it pays. */
final class Payment {
    private final Function<String, ZoneId> zones;
    private final Map<String, Deed> deeds;
    private final Map<String, Book> books;
    private final Map<CurrencyId, ExpiryPolicy> expiries;

    /**
     * @param zones of communities
     * @param books the rules in force, by community
     * @param expiries when points expire where a rule does not say
     */
    Payment(
            Function<String, ZoneId> zones,
            List<Deed> deeds,
            Map<String, Book> books,
            Map<CurrencyId, ExpiryPolicy> expiries) {
        this.zones = zones;
        this.books = books;
        this.expiries = expiries;
        this.deeds = HashMap.newHashMap(deeds.size());
        deeds.forEach(deed -> this.deeds.putIfAbsent(deed.occurrence().event(), deed));
    }

    Movement of(List<Award> awards) {
        Set<Holder> holders = LinkedHashSet.newLinkedHashSet(awards.size());
        for (Award award : awards) {
            for (Credit credit : award.credits()) {
                holders.add(new Holder(award.claim().occurrence().community(), credit.member()));
            }
        }
        return new Movement(holders, accounts -> {
            awards.forEach(award -> draft(accounts, award));
            return Uni.createFrom().voidItem();
        });
    }

    private void draft(Books accounts, Award award) {
        Occurrence occurrence = award.claim().occurrence();
        Rule rule = award.claim().rule();
        CurrencyId currency = new CurrencyId(occurrence.community(), rule.currency());
        Draft draft = accounts.draft(
                        TransactionType.EARNED,
                        new Cause.Earned(occurrence.community(), occurrence.event(), rule.id(), rule.version()),
                        new When(occurrence.occurredAt(), occurrence.localDate()))
                .note(notes(award));
        Account issuer = Account.issuer(currency, accounts.shard());
        Book.Payout payout = books.getOrDefault(occurrence.community(), Book.empty(occurrence.community()))
                .payout(rule);
        for (Credit credit : award.credits()) {
            if (credit.points() < 0) {
                draft = draft.debitOrOwe(currency, credit.member(), -credit.points(), issuer);
            } else if (credit.points() > 0 && payout.isPending()) {
                draft = draft.accrue(currency, credit.member(), credit.points(), issuer);
            } else if (credit.points() > 0) {
                draft = draft.credit(
                        currency, credit.member(), credit.points(), expiresAt(occurrence, currency, payout), issuer);
            }
        }
        var _ = draft.record();
    }

    private Instant expiresAt(Occurrence occurrence, CurrencyId currency, Book.Payout payout) {
        ExpiryPolicy policy = payout.expiry().orElseGet(() -> expiries.getOrDefault(currency, ExpiryPolicy.NEVER));
        return policy.kind() == ExpiryPolicy.Kind.NEVER
                ? Account.NEVER
                : policy.expiresAt(occurrence.localDate(), zones.apply(occurrence.community()));
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
