package dev.hearth.analytics.health;

/**
 * How much each part weighs in a group's score. Only their ratio matters.
 *
 * @param activity how lively it is beside how it usually is
 * @param steadiness how evenly
 * @param participation how many of its members take part
 * @param stickiness how many of these come on a day
 * @param value what it is worth
 */
record ScoreWeights(double activity, double steadiness, double participation, double stickiness, double value) {
    static final ScoreWeights USUAL = new ScoreWeights(0.25, 0.15, 0.2, 0.15, 0.25);
}
