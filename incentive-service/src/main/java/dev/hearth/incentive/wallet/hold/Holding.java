package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reserves points, and ends what is reserved: spent, given back, or given back because its time was over. */
@ApplicationScoped
class Holding {
    private final Holds holds;
    private final Wallets wallets;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;

    Holding(
            Holds holds,
            Wallets wallets,
            Bookkeeping bookkeeping,
            CommunityDays days,
            Pool pool,
            Clock clock,
            Uuid7 ids) {
        this.holds = holds;
        this.wallets = wallets;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /** Reserves points, all or nothing. */
    Uni<Hold> hold(SqlConnection connection, String community, HoldPoints asked, String who) {
        Instant now = clock.instant();
        HoldPoints said = asked.checked(now);
        wallets.requireKnown("/memberId", community, Objects.requireNonNull(said.memberId()));
        Hold wanted = wanted(community, said, now, who);
        return wallets.spendable(connection, wanted.currencyId())
                .chain(terms -> bookkeeping.with(
                        connection,
                        List.of(wanted.holder()),
                        books -> Uni.createFrom().item(() -> reserve(books, wanted))))
                .chain(lots -> holds.add(connection, with(wanted, lots)));
    }

    /**
     * Spends what is reserved.
     *
     * @param points how many; null: all. The rest is given back
     */
    Uni<Hold> capture(SqlConnection connection, String community, UUID id, @Nullable Long points) {
        Instant now = clock.instant();
        return held(connection, community, id, now).chain(hold -> {
            long amount = points == null ? hold.amount() : points;
            if (amount > hold.amount()) {
                throw new ProblemException(
                        WalletProblem.MORE_THAN_HELD,
                        new FieldError("/amount", "is " + amount + ", the hold is for " + hold.amount()));
            }
            return moved(connection, hold, TransactionType.CAPTURED, "/captured", draft -> {
                        var _ = draft.draft().takeReserved(reserved(hold), amount, draft.redeemed(hold));
                        if (amount < hold.amount()) {
                            var _ = giveBack(draft.draft(), hold, hold.amount() - amount, reserved(hold));
                        }
                    })
                    .chain(() -> changed(connection, hold.capturedBy(amount, now)));
        });
    }

    /** Gives back what is reserved. */
    Uni<Hold> release(SqlConnection connection, String community, UUID id) {
        Instant now = clock.instant();
        return held(connection, community, id, now)
                .chain(hold -> moved(connection, hold, TransactionType.RELEASED, "/released", draft -> {
                            var _ = giveBack(draft.draft(), hold, hold.amount(), reserved(hold));
                        })
                        .chain(() -> changed(connection, hold.given(HoldStatus.RELEASED, now))));
    }

    /**
     * Gives back what was spent, to the lots that it was taken from.
     *
     * @param points how many; null: all that is left
     */
    Uni<Hold> refund(SqlConnection connection, String community, UUID id, @Nullable Long points) {
        return locked(connection, community, id).chain(hold -> {
            if (hold.status() != HoldStatus.CAPTURED) {
                throw new ProblemException(
                        WalletProblem.HOLD_ENDED, "it is " + hold.status() + ", only CAPTURED ones can be refunded");
            }
            long left = hold.captured() - hold.refunded();
            long amount = points == null ? left : points;
            if (amount > left || left == 0) {
                throw new ProblemException(
                        WalletProblem.MORE_THAN_CAPTURED, left + " are left to give back, not " + amount);
            }
            return moved(connection, hold, TransactionType.REFUNDED, "/refunded/" + (hold.refunds() + 1), draft -> {
                        var _ = giveBack(draft.draft(), hold, amount, draft.redeemed(hold));
                    })
                    .chain(() -> changed(connection, hold.refundedBy(amount)));
        });
    }

    /** Gives back holds whose time is over; answers how many. */
    Uni<Integer> timeOut(SqlConnection connection, int limit) {
        Instant now = clock.instant();
        return holds.lockOverdue(connection, now, limit)
                .chain(overdue -> overdue.isEmpty()
                        ? Uni.createFrom().item(0)
                        : bookkeeping
                                .with(
                                        connection,
                                        overdue.stream().map(Hold::holder).toList(),
                                        books -> Uni.createFrom().item(() -> giveBackAll(books, overdue)))
                                .chain(given -> holds.change(
                                        connection,
                                        overdue.stream()
                                                .map(hold -> hold.given(HoldStatus.EXPIRED, now))
                                                .toList()))
                                .replaceWith(overdue.size()));
    }

    Uni<Hold> get(String community, UUID id) {
        return holds.find(pool, community, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** A member's holds, newest first. */
    Uni<Page<Hold>> page(Holder holder, Paging paging) {
        int limit = paging.limit();
        return holds.page(pool, holder, paging.before(), limit + 1)
                .map(rows -> Page.of(rows, limit, hold -> hold.id().toString()));
    }

    /** A draft with the books that it is of. */
    private record Drafting(Books books, Draft draft) {
        Account redeemed(Hold hold) {
            return Account.redeemed(hold.currencyId(), books.shard());
        }
    }

    private Uni<Void> moved(
            SqlConnection connection, Hold hold, TransactionType type, String key, Consumer<Drafting> drafted) {
        return bookkeeping
                .with(
                        connection,
                        List.of(hold.holder()),
                        books -> Uni.createFrom().item(() -> {
                            Draft draft = draft(books, hold, type, key);
                            drafted.accept(new Drafting(books, draft));
                            return draft.record().id();
                        }))
                .replaceWithVoid();
    }

    private List<Lot> reserve(Books books, Hold hold) {
        Draft draft = draft(books, hold, TransactionType.HELD, "");
        return switch (draft.hold(hold.currencyId(), hold.member(), hold.amount())) {
            case Outcome.Taken(List<Lot> lots) -> {
                var _ = draft.record();
                yield lots;
            }
            case Outcome.Insufficient(long available) ->
                throw WalletProblem.insufficient(hold.member(), hold.currency(), hold.amount(), available);
        };
    }

    private int giveBackAll(Books books, List<Hold> overdue) {
        for (Hold hold : overdue) {
            Draft draft = draft(books, hold, TransactionType.RELEASED, "/expired");
            var _ = giveBack(draft, hold, hold.amount(), reserved(hold)).record();
        }
        return overdue.size();
    }

    private Draft draft(Books books, Hold hold, TransactionType type, String key) {
        return books.draft(type, new Cause.Requested(hold.community(), hold.name() + key), days.now(hold.community()))
                .note(Notes.on(Objects.requireNonNullElse(hold.reference(), hold.name()))
                        .by(hold.createdBy(), hold.reason()));
    }

    private static Draft giveBack(Draft draft, Hold hold, long points, Account from) {
        return draft.giveBack(hold.currencyId(), hold.member(), hold.lots(), points, from);
    }

    private static Account reserved(Hold hold) {
        return Account.held(hold.currencyId(), hold.member());
    }

    private Uni<Hold> held(SqlConnection connection, String community, UUID id, Instant now) {
        return locked(connection, community, id).invoke(hold -> {
            if (hold.status() == HoldStatus.EXPIRED
                    || (hold.status() == HoldStatus.HELD && !hold.expiresAt().isAfter(now))) {
                throw new ProblemException(
                        WalletProblem.HOLD_EXPIRED, "its time was over at " + hold.expiresAt() + "; make another one");
            }
            if (hold.status() != HoldStatus.HELD) {
                throw new ProblemException(WalletProblem.HOLD_ENDED, "it is " + hold.status());
            }
        });
    }

    private Uni<Hold> locked(SqlConnection connection, String community, UUID id) {
        return holds.lock(connection, community, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private Uni<Hold> changed(SqlConnection connection, Hold hold) {
        return holds.change(connection, List.of(hold)).replaceWith(hold);
    }

    private Hold wanted(String community, HoldPoints said, Instant now, String who) {
        return new Hold(
                community,
                ids.next(),
                Objects.requireNonNull(said.memberId()),
                Objects.requireNonNull(said.currency()),
                Objects.requireNonNull(said.amount()),
                List.of(),
                said.reference(),
                said.reason(),
                HoldStatus.HELD,
                0,
                0,
                0,
                Objects.requireNonNull(said.expiresAt()),
                now,
                who,
                null);
    }

    private static Hold with(Hold hold, List<Lot> lots) {
        return new Hold(
                hold.community(),
                hold.id(),
                hold.member(),
                hold.currency(),
                hold.amount(),
                lots,
                hold.reference(),
                hold.reason(),
                hold.status(),
                hold.captured(),
                hold.refunded(),
                hold.refunds(),
                hold.expiresAt(),
                hold.createdAt(),
                hold.createdBy(),
                hold.endedAt());
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(WalletProblem.UNKNOWN_HOLD, "the community has no hold " + id);
    }
}
