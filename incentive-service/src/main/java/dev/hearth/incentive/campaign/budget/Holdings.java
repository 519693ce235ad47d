package dev.hearth.incentive.campaign.budget;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The slices that this transaction has locked, by budget and number. */
record Holdings(Map<BudgetId, SortedMap<Integer, Slice>> slices) {
    static Holdings of(Collection<Slice> locked) {
        Map<BudgetId, SortedMap<Integer, Slice>> slices = new HashMap<>();
        locked.forEach(slice -> slices.computeIfAbsent(slice.key().budget(), budget -> new TreeMap<>())
                .put(slice.key().slice(), slice));
        return new Holdings(slices);
    }

    /** These, and others that were locked since. */
    Holdings with(Collection<Slice> more) {
        Map<BudgetId, SortedMap<Integer, Slice>> all = new HashMap<>();
        slices.forEach((budget, held) -> all.put(budget, new TreeMap<>(held)));
        more.forEach(slice -> all.computeIfAbsent(slice.key().budget(), budget -> new TreeMap<>())
                .put(slice.key().slice(), slice));
        return new Holdings(all);
    }

    SortedMap<Integer, Long> left(BudgetId budget) {
        SortedMap<Integer, Long> left = new TreeMap<>();
        slices.getOrDefault(budget, new TreeMap<>()).forEach((number, slice) -> left.put(number, slice.points()));
        return left;
    }

    /** Transfers to or from a slice so far. */
    long moves(BudgetId budget, int slice) {
        Slice held = slices.getOrDefault(budget, new TreeMap<>()).get(slice);
        return held == null ? 0 : held.moves();
    }

    /** Budgets of which less is locked than is wanted: others may have taken from the slices since they were read. */
    SortedSet<BudgetId> shortOf(Demand demand) {
        SortedSet<BudgetId> lacking = new TreeSet<>();
        demand.left().keySet().forEach(budget -> {
            if (left(budget).values().stream().mapToLong(Long::longValue).sum() < demand.wanted(budget)) {
                lacking.add(budget);
            }
        });
        return lacking;
    }

    /** What moves so that the demand is met as far as it can be. */
    SortedMap<BudgetId, List<Escrow.Move>> moves(Demand demand) {
        SortedMap<BudgetId, List<Escrow.Move>> moves = new TreeMap<>();
        demand.left().keySet().forEach(budget -> {
            List<Escrow.Move> needed = Escrow.moves(demand.slice(), demand.wanted(budget), left(budget));
            if (!needed.isEmpty()) {
                moves.put(budget, needed);
            }
        });
        return moves;
    }
}
