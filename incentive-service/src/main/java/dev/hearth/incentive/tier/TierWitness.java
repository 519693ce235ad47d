package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.wallet.Witness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets what is earned count for tiers, in the transaction that records it. Costs nothing where nobody has tiers. */
@ApplicationScoped
class TierWitness implements Witness {
    private final TierSchemes schemes;
    private final MemberTiers tiers;
    private final QualifyingDays earned;
    private final Reviewing reviewing;
    private final LocalDays days;

    TierWitness(TierSchemes schemes, MemberTiers tiers, QualifyingDays earned, Reviewing reviewing, LocalDays days) {
        this.schemes = schemes;
        this.tiers = tiers;
        this.earned = earned;
        this.reviewing = reviewing;
        this.days = days;
    }

    @Override
    public Uni<Void> recorded(SqlConnection connection, Books books) {
        EarnedPoints points = EarnedPoints.of(books);
        if (points.holders().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> communities =
                points.holders().stream().map(Holder::community).collect(Collectors.toSet());
        return schemes.of(connection, communities)
                .chain(eras -> eras.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : count(connection, books, eras, within(points, eras)));
    }

    /** Only what qualifies somewhere. */
    private static EarnedPoints within(EarnedPoints points, Map<String, Eras> eras) {
        Map<Holder, Map<EarnedPoints.Day, Long>> qualifying = new HashMap<>();
        points.days()
                .forEach((holder, byDay) -> byDay.forEach((day, sum) -> {
                    Eras ours = eras.get(holder.community());
                    if (ours != null && ours.currencies().contains(day.currency())) {
                        qualifying
                                .computeIfAbsent(holder, same -> new HashMap<>())
                                .put(day, sum);
                    }
                }));
        return new EarnedPoints(
                qualifying,
                points.recounted().stream()
                        .filter(holder -> eras.containsKey(holder.community()))
                        .collect(Collectors.toSet()));
    }

    private Uni<Void> count(SqlConnection connection, Books books, Map<String, Eras> eras, EarnedPoints points) {
        Set<Holder> holders = points.holders();
        return tiers.of(connection, holders)
                .map(before -> Reviewing.Round.of(eras, before, days.now()))
                .chain(round -> earned.add(connection, counted(round, points))
                        .chain(() -> earned.recount(connection, takenBack(round, points)))
                        .chain(() -> settle(connection, books, round, points)));
    }

    /** Whose rows are complete but for what was earned now; those of others are read from the ledger. */
    private static Map<Holder, Map<EarnedPoints.Day, Long>> counted(Reviewing.Round round, EarnedPoints points) {
        Map<Holder, Map<EarnedPoints.Day, Long>> counted = new HashMap<>(points.days());
        counted.keySet()
                .removeIf(
                        holder -> !round.isCounted(holder) || points.recounted().contains(holder));
        return counted;
    }

    private static List<Holder> takenBack(Reviewing.Round round, EarnedPoints points) {
        return points.recounted().stream().filter(round::isCounted).toList();
    }

    private Uni<Void> settle(SqlConnection connection, Books books, Reviewing.Round round, EarnedPoints points) {
        List<MemberTier> unmoved = new ArrayList<>();
        List<Holder> open = new ArrayList<>();
        for (Holder holder : points.holders()) {
            MemberTier before = round.before().get(holder);
            if (before != null
                    && round.isCounted(holder)
                    && !points.recounted().contains(holder)
                    && isCovered(before, round, points)) {
                unmoved.add(before.seen(before.glance().plus(sum(points, before, round))));
            } else {
                open.add(holder);
            }
        }
        return tiers.raise(connection, unmoved)
                .chain(() -> reviewing.review(connection, books, round, open))
                .replaceWithVoid();
    }

    private boolean isCovered(MemberTier before, Reviewing.Round round, EarnedPoints points) {
        LocalDate today = days.today(before.holder().community());
        long sum = sum(points, before, round);
        return points.days().getOrDefault(before.holder(), Map.of()).entrySet().stream()
                .allMatch(day -> day.getValue() >= 0
                        && before.glance().covers(today, day.getKey().date(), sum));
    }

    /** All of a member's points in the currency in force. */
    private long sum(EarnedPoints points, MemberTier before, Reviewing.Round round) {
        Holder holder = before.holder();
        Eras eras = java.util.Objects.requireNonNull(round.eras().get(holder.community()));
        String currency = eras.on(days.today(holder.community())).scheme().currency();
        return points.days().getOrDefault(holder, Map.of()).entrySet().stream()
                .filter(day -> day.getKey().currency().equals(currency))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
