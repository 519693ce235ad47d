package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;

/**
 * What a cap limits.
 *
 * @param scope whose earnings
 * @param window of which time: by the local day that the event itself names
 * @param unit points or awards
 * @param limit how many, 1 to 1,000,000,000
 */
record CapTerms(Cap.Scope scope, Cap.Window window, Cap.Unit unit, long limit) {
    Cap cap(String id) {
        return Cap.shared(id, unit, limit, scope, window);
    }
}
