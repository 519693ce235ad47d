package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.ArrivalOrder;
import dev.hearth.incentive.accrual.Fault;
import dev.hearth.incentive.earning.whatif.Tally.InCurrency;
import dev.hearth.incentive.earning.whatif.Tally.Points;
import dev.hearth.incentive.earning.whatif.Tally.Rules;
import dev.hearth.incentive.earning.whatif.WhatIfView.BudgetView;
import dev.hearth.incentive.earning.whatif.WhatIfView.CurrencyView;
import dev.hearth.incentive.earning.whatif.WhatIfView.DayView;
import dev.hearth.incentive.earning.whatif.WhatIfView.FaultsView;
import dev.hearth.incentive.earning.whatif.WhatIfView.MemberView;
import dev.hearth.incentive.earning.whatif.WhatIfView.SumView;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes of two pasts what the caller sees, within the bounds of a task's result. */
final class WhatIfViews {
    private static final int MOST_MEMBERS = 100;
    /** With 366 days and 200 members each: together some 300 KB. */
    private static final int DETAILED = 8;

    private static final int MOST_REASONS = 20;
    private static final int MOST_CAUSE = 300;
    private static final List<String> ASSUMES = List.of(
            "members, groups, tiers, campaigns and hold-outs as they are now",
            "every rule in force from the first event on, with all that was ever put into budgets at hand");

    private WhatIfViews() {}

    /**
     * What is to be told of.
     *
     * @param whole whether the topics still have what they began with
     */
    record Told(Side current, Side proposed, Tally tally, long events, boolean whole) {}

    static WhatIfView of(WhatIfTask asked, Window window, Told told) {
        List<String> doubts = doubts(told);
        return new WhatIfView(
                asked.proposal().rule(),
                asked.proposal().version(),
                window.from(),
                window.to(),
                doubts.isEmpty(),
                doubts,
                ASSUMES,
                told.events(),
                currencies(told.tally(), window),
                budgets(told.proposed()),
                faults(told.proposed()));
    }

    private static List<String> doubts(Told told) {
        Set<String> doubts =
                new TreeSet<>(ArrivalOrder.doubts(told.current().book().inForce()));
        doubts.addAll(ArrivalOrder.doubts(told.proposed().book().inForce()));
        if (!told.whole()) {
            doubts.add("the topics no longer have all events: what came before their beginning counts for no cap,"
                    + " no streak and no first time");
        }
        return doubts.stream().limit(MOST_REASONS).toList();
    }

    private static List<CurrencyView> currencies(Tally tally, Window window) {
        Set<String> detailed = tally.currencies().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, InCurrency> one) ->
                                -Math.abs(one.getValue().difference()))
                        .thenComparing(Map.Entry::getKey))
                .limit(DETAILED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        return tally.currencies().entrySet().stream()
                .map(one -> currency(one.getKey(), one.getValue(), detailed.contains(one.getKey()) ? window : null))
                .toList();
    }

    /** @param window null where days and members are not told of */
    private static CurrencyView currency(String currency, InCurrency in, @Nullable Window window) {
        return new CurrencyView(
                currency,
                sum(in, Rules.CURRENT),
                sum(in, Rules.PROPOSED),
                in.difference(),
                count(in, points -> points.difference() > 0),
                count(in, points -> points.difference() < 0),
                window == null ? null : members(in, Comparator.comparingLong(one -> -one.difference()), 1),
                window == null ? null : members(in, Comparator.comparingLong(MemberView::difference), -1),
                window == null ? null : days(in, window));
    }

    private static SumView sum(InCurrency in, Rules rules) {
        long credited = in.credited().of(rules);
        long debited = in.debited().of(rules);
        return new SumView(
                credited - debited,
                credited,
                debited,
                in.awards().of(rules),
                count(in, points -> points.of(rules) > 0));
    }

    private static long count(InCurrency in, Predicate<Points> wanted) {
        return in.members().values().stream().filter(wanted).count();
    }

    /** @param sign 1: those who get more, -1: those who get less */
    private static List<MemberView> members(InCurrency in, Comparator<MemberView> most, int sign) {
        return in.members().entrySet().stream()
                .filter(one -> Long.signum(one.getValue().difference()) == sign)
                .map(one -> new MemberView(
                        one.getKey(),
                        one.getValue().of(Rules.CURRENT),
                        one.getValue().of(Rules.PROPOSED),
                        one.getValue().difference()))
                .sorted(most.thenComparing(MemberView::memberId))
                .limit(MOST_MEMBERS)
                .toList();
    }

    private static List<DayView> days(InCurrency in, Window window) {
        return IntStream.range(0, window.days())
                .mapToObj(day -> new DayView(
                        window.day(day),
                        in.days().get(day).of(Rules.CURRENT),
                        in.days().get(day).of(Rules.PROPOSED)))
                .toList();
    }

    private static List<BudgetView> budgets(Side proposed) {
        return proposed.funds().entrySet().stream()
                .map(one -> new BudgetView(
                        one.getKey().budget(),
                        one.getKey().currency(),
                        one.getValue().left(),
                        proposed.emptySince(one.getKey())))
                .sorted(Comparator.comparing(BudgetView::campaign).thenComparing(BudgetView::currency))
                .toList();
    }

    private static FaultsView faults(Side proposed) {
        Fault last = proposed.lastFault();
        if (last == null) {
            return new FaultsView(0, null, null, null);
        }
        String cause = last.cause();
        return new FaultsView(
                proposed.faults(),
                last.rule().id(),
                last.occurrence().event(),
                cause.substring(0, Math.min(cause.length(), MOST_CAUSE)));
    }
}
