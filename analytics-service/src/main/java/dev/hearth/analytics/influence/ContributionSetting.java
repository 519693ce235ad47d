package dev.hearth.analytics.influence;

import java.util.Map;

/**
 * How much acts contribute to a community.
 *
 * @param weights by kind, 0 to 1000; kinds that are not there weigh nothing
 */
record ContributionSetting(Map<String, Long> weights) {
    ContributionSetting {
        weights = Map.copyOf(weights);
    }
}
