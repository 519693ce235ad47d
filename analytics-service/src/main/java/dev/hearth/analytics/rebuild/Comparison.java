package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.activity.Fingerprint;
import dev.hearth.analytics.activity.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One partition as it was served and as it was built again, at the same positions.
 *
 * @param served of all communities together
 * @param rebuilt of all communities together
 * @param drifts the communities in which they differ
 */
record Comparison(Fingerprint served, Fingerprint rebuilt, List<Drift> drifts) {
    static final Comparison NOTHING = new Comparison(Fingerprint.NOTHING, Fingerprint.NOTHING, List.of());

    Comparison {
        drifts = List.copyOf(drifts);
    }

    /** Fails unless both are at the same positions. */
    static Comparison of(int partition, Fingerprints served, Fingerprints rebuilt) {
        if (!served.positions().equals(rebuilt.positions())) {
            throw new IllegalStateException("not at the same positions: partition " + partition + " was served at "
                    + served.positions() + " and built up to " + rebuilt.positions());
        }
        TreeSet<String> communities = new TreeSet<>(served.communities().keySet());
        communities.addAll(rebuilt.communities().keySet());
        List<Drift> drifts = new ArrayList<>();
        for (String community : communities) {
            Fingerprint before = served.of(community);
            Fingerprint now = rebuilt.of(community);
            if (!before.equals(now)) {
                drifts.add(new Drift(community, partition, served.positions(), before, now));
            }
        }
        return new Comparison(served.all(), rebuilt.all(), drifts);
    }

    /** Of this and of other partitions. */
    Comparison plus(Comparison other) {
        List<Drift> both = new ArrayList<>(drifts);
        both.addAll(other.drifts);
        return new Comparison(served.plus(other.served), rebuilt.plus(other.rebuilt), both);
    }
}
