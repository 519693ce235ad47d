package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.BudgetKey;
import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.Credit;
import dev.hearth.incentive.accrual.Fault;
import dev.hearth.incentive.accrual.Fund;
import dev.hearth.incentive.accrual.Hindsight;
import dev.hearth.incentive.accrual.MemberKey;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rank;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.rule.Book;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One of the two pasts: what rules would have paid, and what is left of the budgets that they draw on. */
final class Side {
    private final Tally.Rules rules;
    private final Book book;
    private final Hindsight hindsight;
    private final Map<BudgetKey, Fund> funds;
    private final Map<BudgetKey, LocalDate> empty = new HashMap<>();
    private @Nullable Fault fault;
    private long faults;

    /** @param funds what budgets had at the beginning */
    Side(
            Tally.Rules rules,
            Book book,
            Map<BudgetKey, Fund> funds,
            BiPredicate<String, String> earns,
            WhatIfConfig config) {
        this.rules = rules;
        this.book = book;
        this.hindsight = new Hindsight(book.rules(), earns, config.facts());
        this.funds = new HashMap<>(funds);
    }

    boolean looksAtTiers() {
        return book.looksAtTiers();
    }

    Claims claims(List<Occurrence> occurrences) {
        return hindsight.claims(occurrences);
    }

    void settle(Claims claims, Map<MemberKey, Rank> tiers, Tally tally, Window window) {
        Settlement settled = hindsight.settle(claims, tiers, Map.copyOf(funds));
        for (Award award : settled.awards()) {
            tally.add(rules, award);
            draw(award);
        }
        for (Fault one : claims.faults()) {
            if (window.holds(one.occurrence().localDate())) {
                faults++;
                fault = one;
            }
        }
    }

    boolean isFull() {
        return hindsight.isFull();
    }

    Book book() {
        return book;
    }

    /** What is left of budgets. */
    Map<BudgetKey, Fund> funds() {
        return funds;
    }

    /** The local day of the deed that got the last point of a budget; null if some are left. */
    @Nullable
    LocalDate emptySince(BudgetKey budget) {
        return empty.get(budget);
    }

    /** How often rules could not be evaluated for deeds of the window. */
    long faults() {
        return faults;
    }

    /** The last of these. */
    @Nullable
    Fault lastFault() {
        return fault;
    }

    private void draw(Award award) {
        String budget = award.claim().rule().pay().budget();
        if (budget == null) {
            return;
        }
        Occurrence occurrence = award.claim().occurrence();
        BudgetKey key = new BudgetKey(
                occurrence.community(), budget, award.claim().rule().currency());
        Fund before = funds.get(key);
        long drawn = award.credits().stream()
                .mapToLong(Credit::points)
                .filter(points -> points > 0)
                .sum();
        if (before != null && drawn > 0) {
            Fund after = new Fund(before.left() - drawn, before.refusal());
            funds.put(key, after);
            if (after.left() == 0) {
                empty.putIfAbsent(key, occurrence.localDate());
            }
        }
    }
}
