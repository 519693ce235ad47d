package dev.hearth.incentive.tier;

import dev.hearth.contract.incentive.TierChanged;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.standing.Earnings;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at members whose books are open, keeps where they stand now, and tells of those who stand elsewhere. */
@ApplicationScoped
class Reviewing {
    private final QualifyingDays earned;
    private final MemberTiers tiers;
    private final LocalDays days;
    private final Events events;
    private final Outbox outbox;

    Reviewing(QualifyingDays earned, MemberTiers tiers, LocalDays days, Events events, Outbox outbox) {
        this.earned = earned;
        this.tiers = tiers;
        this.days = days;
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * What to look at.
     *
     * @param eras of the members' communities; members of others are left alone
     * @param before where they stood; who was never looked at is left out
     * @param pin what is pinned from now on, by where the member stood
     */
    record Round(
            Map<String, Eras> eras, Map<Holder, MemberTier> before, Function<@Nullable MemberTier, @Nullable Pin> pin) {
        /** As time goes by: what is pinned stays so until it ends. */
        static Round of(Map<String, Eras> eras, Map<Holder, MemberTier> before, Instant now) {
            return new Round(eras, before, tier -> tier == null ? null : tier.pinned(now));
        }

        boolean isCounted(Holder holder) {
            MemberTier known = before.get(holder);
            Eras ours = eras.get(holder.community());
            return known != null && ours != null && known.schemeVersion() == ours.version();
        }
    }

    /** Looks; the days of who was not counted against this version of the scheme are counted first. */
    Uni<List<Review>> review(SqlConnection connection, Books books, Round round, Collection<Holder> holders) {
        List<Holder> uncounted =
                holders.stream().filter(holder -> !round.isCounted(holder)).toList();
        return earned.recount(connection, uncounted)
                .chain(() -> earned.of(connection, holders))
                .map(points -> reviews(round, holders, points))
                .call(reviews -> tiers.save(
                        connection, reviews.stream().map(Review::after).toList()))
                .call(reviews -> outbox.add(connection, told(books, reviews)));
    }

    private List<Review> reviews(Round round, Collection<Holder> holders, Map<Holder, Map<String, Earnings>> points) {
        Instant now = days.now();
        List<Review> reviews = new ArrayList<>(holders.size());
        for (Holder holder : holders) {
            Eras eras = round.eras().get(holder.community());
            if (eras != null) {
                Map<String, Earnings> ofHolder = points.getOrDefault(holder, Map.of());
                Review.Look look = new Review.Look(
                        holder, eras, currency -> ofHolder.getOrDefault(currency, Earnings.none()), now, days);
                MemberTier before = round.before().get(holder);
                reviews.add(Review.of(look, before, round.pin().apply(before)));
            }
        }
        return reviews;
    }

    private List<CloudEvent> told(Books books, List<Review> reviews) {
        List<CloudEvent> told = new ArrayList<>();
        for (Review review : reviews) {
            TierChanged changed = review.told();
            if (changed != null) {
                Holder holder = review.after().holder();
                told.add(events.ofMember(holder.community(), holder.member(), books.version(holder), changed));
            }
        }
        return told;
    }
}
