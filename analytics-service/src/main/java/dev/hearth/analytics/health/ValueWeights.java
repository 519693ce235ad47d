package dev.hearth.analytics.health;

/**
 * How much each exit signal weighs in the value index. Only their ratio matters.
 *
 * @param advertising of the share of advertising (广告满天)
 * @param unanswered of the share of unanswered questions (不回复)
 * @param lowValue of the share of what says little (信息价值低)
 * @param offTopic of the share of what is beside the topic (偏题)
 * @param silence of the share of days without a word (久无人言)
 */
record ValueWeights(double advertising, double unanswered, double lowValue, double offTopic, double silence) {
    static final ValueWeights USUAL = new ValueWeights(0.25, 0.2, 0.15, 0.15, 0.25);
}
