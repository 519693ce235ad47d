package dev.hearth.incentive.wallet.adjustment;

import dev.hearth.incentive.currency.CurrencyTerms;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrects points by hand. What is above the currency's limit moves only when a second person has agreed. */
@ApplicationScoped
class Adjusting {
    private final Adjustments adjustments;
    private final Wallets wallets;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;

    Adjusting(
            Adjustments adjustments,
            Wallets wallets,
            Bookkeeping bookkeeping,
            CommunityDays days,
            Pool pool,
            Clock clock,
            Uuid7 ids) {
        this.adjustments = adjustments;
        this.wallets = wallets;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /** Applies what is asked for, or lets it wait for a second person. */
    Uni<Adjustment> request(SqlConnection connection, String community, AdjustPoints asked, String who) {
        Instant now = clock.instant();
        AdjustPoints said = asked.checked(now);
        wallets.requireKnown("/memberId", community, Objects.requireNonNull(said.memberId()));
        return wallets.terms(connection, new CurrencyId(community, Objects.requireNonNull(said.currency())))
                .chain(terms -> {
                    Adjustment wanted = wanted(community, said, terms, now, who);
                    return wanted.needsSecond()
                            ? adjustments.add(connection, wanted)
                            : book(connection, wanted, terms)
                                    .map(id -> wanted.applied(new Adjustment.Decision(now, who, null), id))
                                    .chain(applied -> adjustments.add(connection, applied));
                });
    }

    /** Agrees as the second person: now the points move. */
    Uni<Adjustment> approve(SqlConnection connection, String community, UUID id, @Nullable String comment, String who) {
        Adjustment.Decision decision = new Adjustment.Decision(clock.instant(), who, comment);
        return waiting(connection, community, id, who)
                .chain(waiting -> wallets.terms(connection, waiting.currencyId())
                        .chain(terms -> book(connection, waiting, terms))
                        .map(transaction -> waiting.applied(decision, transaction)))
                .chain(applied -> adjustments.decide(connection, applied, decision));
    }

    /** Refuses as the second person: nothing moves. */
    Uni<Adjustment> reject(SqlConnection connection, String community, UUID id, @Nullable String comment, String who) {
        Adjustment.Decision decision = new Adjustment.Decision(clock.instant(), who, comment);
        return waiting(connection, community, id, who)
                .chain(waiting -> adjustments.decide(connection, waiting.rejected(decision), decision));
    }

    Uni<Adjustment> get(String community, UUID id) {
        return adjustments.find(pool, community, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** The community's adjustments, newest first. */
    Uni<Page<Adjustment>> page(String community, @Nullable AdjustmentStatus status, Paging paging) {
        int limit = paging.limit();
        return adjustments
                .page(pool, community, paging.before(), status, limit + 1)
                .map(rows -> Page.of(rows, limit, adjustment -> adjustment.id().toString()));
    }

    private Adjustment wanted(String community, AdjustPoints said, CurrencyTerms terms, Instant now, String who) {
        long amount = Objects.requireNonNull(said.amount());
        return new Adjustment(
                community,
                ids.next(),
                Objects.requireNonNull(said.memberId()),
                Objects.requireNonNull(said.currency()),
                amount,
                Boolean.TRUE.equals(said.owe()),
                said.expiresAt(),
                Objects.requireNonNull(said.reason()),
                said.reference(),
                AdjustmentStatus.WAITING,
                now,
                who,
                null,
                terms.needsSecondPerson(amount),
                null);
    }

    private Uni<Adjustment> waiting(SqlConnection connection, String community, UUID id, String who) {
        return adjustments
                .lock(connection, community, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(found -> {
                    if (found.status() != AdjustmentStatus.WAITING) {
                        throw new ProblemException(
                                WalletProblem.ADJUSTMENT_DECIDED,
                                "it is " + found.status() + ", only WAITING ones wait");
                    }
                    if (found.requestedBy().equals(who)) {
                        throw new ProblemException(
                                WalletProblem.SECOND_PERSON_NEEDED,
                                who + " asked for it; somebody else with the scope incentives:approve must decide");
                    }
                });
    }

    private Uni<UUID> book(SqlConnection connection, Adjustment adjustment, CurrencyTerms terms) {
        return bookkeeping.with(
                connection,
                List.of(adjustment.holder()),
                books -> Uni.createFrom()
                        .item(() -> draft(books, adjustment, terms).id()));
    }

    private Transaction draft(Books books, Adjustment adjustment, CurrencyTerms terms) {
        String name = "adjustment/" + adjustment.id();
        Draft draft = books.draft(
                        TransactionType.ADJUSTED,
                        new Cause.Requested(adjustment.community(), name),
                        days.now(adjustment.community()))
                .note(Notes.on(Objects.requireNonNullElse(adjustment.reference(), name))
                        .by(adjustment.requestedBy(), adjustment.reason()));
        Account other = Account.adjusted(adjustment.currencyId(), books.shard());
        if (adjustment.amount() > 0) {
            return draft.credit(
                            adjustment.currencyId(),
                            adjustment.member(),
                            adjustment.amount(),
                            expiry(adjustment, terms),
                            other)
                    .record();
        }
        return take(draft, adjustment, other).record();
    }

    private static Draft take(Draft draft, Adjustment adjustment, Account to) {
        long points = -adjustment.amount();
        if (adjustment.owe()) {
            return draft.debitOrOwe(adjustment.currencyId(), adjustment.member(), points, to);
        }
        return switch (draft.debit(adjustment.currencyId(), adjustment.member(), points, to)) {
            case Outcome.Taken taken -> draft;
            case Outcome.Insufficient(long available) ->
                throw WalletProblem.insufficient(adjustment.member(), adjustment.currency(), points, available);
        };
    }

    private Instant expiry(Adjustment adjustment, CurrencyTerms terms) {
        Instant said = adjustment.expiresAt();
        return said == null ? days.expiry(adjustment.community(), terms.expiry()) : said;
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(WalletProblem.UNKNOWN_ADJUSTMENT, "the community has no adjustment " + id);
    }
}
