package dev.hearth.analytics.activity;

import java.util.Map;

/**
 * The fingerprints of a partition.
 *
 * @param positions how far the partition was
 * @param communities by community
 */
public record Fingerprints(Positions positions, Map<String, Fingerprint> communities) {
    public Fingerprints {
        communities = Map.copyOf(communities);
    }

    /** That of a community; {@link Fingerprint#NOTHING} where there is no act of it. */
    public Fingerprint of(String community) {
        return communities.getOrDefault(community, Fingerprint.NOTHING);
    }

    /** Of all communities together. */
    public Fingerprint all() {
        return communities.values().stream().reduce(Fingerprint.NOTHING, Fingerprint::plus);
    }
}
