package dev.hearth.analytics.churn;

/** How great a risk is. */
enum ChurnBand {
    /** Below 0.3. */
    LOW,
    /** From 0.3 on. */
    MEDIUM,
    /** From 0.6 on. */
    HIGH;

    static ChurnBand of(double risk) {
        return risk >= 0.6 ? HIGH : risk >= 0.3 ? MEDIUM : LOW;
    }
}
