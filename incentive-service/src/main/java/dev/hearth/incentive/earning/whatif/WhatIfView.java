package dev.hearth.incentive.earning.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a what-if.
 *
 * @param rule the rule's id
 * @param version the version that was proposed
 * @param from the first local day that counts
 * @param to the last one
 * @param exact whether the same events would be paid exactly this by the proposed rules
 * @param inexactBecause why not, a sentence each
 * @param assumes what is taken as it is now
 * @param events of the community that were replayed, before the window too
 * @param currencies what would be paid
 * @param budgets what would be left of campaigns' budgets
 * @param faults of the proposed rules, in the window
 */
record WhatIfView(
        String rule,
        int version,
        LocalDate from,
        LocalDate to,
        boolean exact,
        List<String> inexactBecause,
        List<String> assumes,
        long events,
        List<CurrencyView> currencies,
        List<BudgetView> budgets,
        FaultsView faults) {
    WhatIfView {
        inexactBecause = List.copyOf(inexactBecause);
        assumes = List.copyOf(assumes);
        currencies = List.copyOf(currencies);
        budgets = List.copyOf(budgets);
    }

    /**
     * What would be paid in a currency.
     *
     * @param current by the rules in force
     * @param proposed by the proposed ones
     * @param difference points that the proposed ones pay more; negative: less
     * @param winners how many members get more
     * @param losers how many get less
     * @param mostWon the 100 that win most
     * @param mostLost the 100 that lose most
     * @param days every day of the window; left out where there are too many currencies to tell of each
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CurrencyView(
            String currency,
            SumView current,
            SumView proposed,
            long difference,
            long winners,
            long losers,
            @Nullable List<MemberView> mostWon,
            @Nullable List<MemberView> mostLost,
            @Nullable List<DayView> days) {}

    /**
     * What is paid in all.
     *
     * @param points credited less debited
     * @param members that are credited more than they are debited
     */
    record SumView(long points, long credited, long debited, long awards, long members) {}

    /** What one member gets under both. */
    record MemberView(String memberId, long current, long proposed, long difference) {}

    /** What all members get for deeds of one local day. */
    record DayView(LocalDate day, long current, long proposed) {}

    /**
     * A campaign's budget under the proposed rules.
     *
     * @param left of all that was ever put in
     * @param runsOutOn the local day of the deed that gets the last point
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BudgetView(
            String campaign,
            String currency,
            long left,
            @Nullable LocalDate runsOutOn) {}

    /**
     * What rules could not evaluate.
     *
     * @param times how often
     * @param rule the last one
     * @param cause the last one's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FaultsView(
            long times,
            @Nullable String rule,
            @Nullable String event,
            @Nullable String cause) {}
}
