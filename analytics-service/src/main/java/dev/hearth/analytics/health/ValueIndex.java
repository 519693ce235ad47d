package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.GroupDays;
import java.util.OptionalDouble;

/**
 * What a group is worth to its members, by the five signals for which members leave (退群信号), each a share from 0 to 1. A
 * share of nothing is not known and weighs nothing.
 *
 * @param advertising of what others see, what advertises
 * @param unanswered of the questions whose time is over or that were answered, those that nobody answered in time
 * @param lowValue of what others see, what says little
 * @param offTopic of what others see, what is beside the topic
 * @param silence of the days, those on which nothing was done
 */
record ValueIndex(
        OptionalDouble advertising,
        OptionalDouble unanswered,
        OptionalDouble lowValue,
        OptionalDouble offTopic,
        double silence) {
    static ValueIndex of(GroupDays done) {
        return new ValueIndex(
                share(done.advertising(), done.seen()),
                share(done.unanswered(), done.asked()),
                share(done.lowValue(), done.seen()),
                share(done.offTopic(), done.seen()),
                1 - (double) done.daysWithActs() / done.days());
    }

    /** 100 × (1 − Σ weight · share / Σ weight), over the shares that are known: 0 worthless to 100. */
    double index(ValueWeights weights) {
        double sum = weights.silence() * silence;
        double weight = weights.silence();
        double[] each = {weights.advertising(), weights.unanswered(), weights.lowValue(), weights.offTopic()};
        OptionalDouble[] shares = {advertising, unanswered, lowValue, offTopic};
        for (int i = 0; i < shares.length; i++) {
            sum += each[i] * shares[i].orElse(0);
            weight += shares[i].isPresent() ? each[i] : 0;
        }
        return weight == 0 ? 100 : 100 * (1 - sum / weight);
    }

    /**
     * How likely members leave in the next 14 days, 0 to 1: the logistic function of
     *
     * <pre>
     * −4 + 4 · advertising + 3 · unanswered + 2 · lowValue + 3 · offTopic + 3 · silence
     * </pre>
     *
     * The coefficients are a prior, not fitted to any community: they rank groups, and the figure is no measured
     * probability. Unknown shares count as 0.
     */
    double exitForecast() {
        double evidence = -4
                + 4 * advertising.orElse(0)
                + 3 * unanswered.orElse(0)
                + 2 * lowValue.orElse(0)
                + 3 * offTopic.orElse(0)
                + 3 * silence;
        return 1 / (1 + Math.exp(-evidence));
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
