package dev.hearth.analytics.churn;

/** How great a risk is. */
enum ChurnBand {
    /** Below 0.3. */
    LOW,
    /** From 0.3 on. */
    MEDIUM,
    /** From 0.6 on. */
    HIGH;

    private static final double SLACK = 0.05;

    static ChurnBand of(double risk) {
        return risk >= 0.6 ? HIGH : risk >= 0.3 ? MEDIUM : LOW;
    }

    /**
     * The band of a risk that was in another one before: left downwards only where the risk lies 0.05 below it, so that
     * a member at the border does not come and go.
     */
    static ChurnBand after(ChurnBand before, double risk) {
        ChurnBand now = of(risk);
        if (now.compareTo(before) >= 0) {
            return now;
        }
        ChurnBand slack = of(risk + SLACK);
        return slack.compareTo(before) < 0 ? slack : before;
    }
}
