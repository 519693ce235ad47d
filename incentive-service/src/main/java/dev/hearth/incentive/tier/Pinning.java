package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pins members' tiers, and lets them go again. */
@ApplicationScoped
class Pinning {
    private final TierSchemes schemes;
    private final Rounds rounds;
    private final LocalDays days;
    private final Pool pool;

    Pinning(TierSchemes schemes, Rounds rounds, LocalDays days, Pool pool) {
        this.schemes = schemes;
        this.rounds = rounds;
        this.days = days;
        this.pool = pool;
    }

    /** What an operator wants to pin. */
    record Wish(String tier, Instant until, String reason, String who) {}

    /** Pins. The same again changes nothing; a change of what is pinned needs {@code ifMatch}. */
    Uni<Put<MemberTier>> pin(Holder holder, Wish wish, IfMatch ifMatch) {
        return pool.withTransaction(connection -> requireTier(connection, holder.community(), wish.tier())
                        .chain(() -> look(connection, holder, before -> {
                            Pin pinned = before == null ? null : before.pinned(days.now());
                            return pinned == null ? pin(wish) : change(pinned, before, wish, ifMatch);
                        })))
                .map(review ->
                        wasPinned(review) ? new Put.Existing<>(review.after()) : new Put.Created<>(review.after()));
    }

    private static boolean wasPinned(Review review) {
        MemberTier before = review.before();
        Pin pin = review.after().pin();
        return before != null && pin != null && before.pinned(pin.at()) != null;
    }

    /** Lets go. */
    Uni<Void> release(Holder holder, IfMatch ifMatch) {
        return pool.withTransaction(connection -> look(connection, holder, before -> {
                    if (before == null || before.pinned(days.now()) == null) {
                        throw new ProblemException(
                                TierProblem.NO_TIER_OVERRIDE, "the tier of " + holder.member() + " is as earned");
                    }
                    ifMatch.require(before.version());
                    return null;
                }))
                .replaceWithVoid();
    }

    private Pin change(Pin pinned, @Nullable MemberTier before, Wish wish, IfMatch ifMatch) {
        if (pinned.tier().equals(wish.tier())
                && pinned.until().equals(wish.until())
                && pinned.reason().equals(wish.reason())) {
            return pinned;
        }
        if (before != null) {
            ifMatch.require(before.version());
        }
        return pin(wish);
    }

    private Pin pin(Wish wish) {
        return new Pin(wish.tier(), wish.until(), wish.reason(), wish.who(), days.now());
    }

    private Uni<Review> look(
            SqlConnection connection, Holder holder, Function<@Nullable MemberTier, @Nullable Pin> pin) {
        return rounds.look(connection, List.of(holder), pin)
                .map(reviews -> reviews.stream()
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                TierProblem.NO_TIER_SCHEME,
                                "PUT the tier scheme of " + holder.community() + " first")));
    }

    private Uni<Void> requireTier(SqlConnection connection, String community, String tier) {
        return schemes.of(connection, List.of(community))
                .invoke(eras -> {
                    Eras ours = eras.get(community);
                    if (ours != null && ours.on(days.today(community)).scheme().level(tier) == 0) {
                        throw new ProblemException(
                                TierProblem.TIER_NOT_IN_SCHEME,
                                new FieldError("/tier", "is " + tier + ", which the scheme in force does not have"));
                    }
                })
                .replaceWithVoid();
    }
}
