package dev.hearth.incentive.accrual;

import org.jspecify.annotations.Nullable;

/**
 * How rules that answer the same event get along.
 *
 * @param exclusive of the rules with the same name here, the first that has something to pay is the only one to do so;
 *     null pays beside all others
 * @param priority the higher, the earlier a rule gets what caps and budgets leave; of equal ones the lower id first
 */
public record Stacking(@Nullable String exclusive, int priority) {
    public static final Stacking FREE = new Stacking(null, 0);
}
