package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.activity.Fingerprint;
import dev.hearth.analytics.activity.Positions;
import dev.hearth.contract.signal.DriftFound;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was served of a community in a partition is not what the topics say.
 *
 * @param community the community's id
 * @param partition the partition's number
 * @param positions up to where both were built
 * @param served what was served
 * @param rebuilt what the topics say
 */
record Drift(String community, int partition, Positions positions, Fingerprint served, Fingerprint rebuilt) {
    DriftFound told(String service, boolean mended) {
        return new DriftFound(
                service,
                partition,
                positions.offsets(),
                served.acts(),
                rebuilt.acts(),
                served.toString(),
                rebuilt.toString(),
                mended);
    }

    /** The same for the same finding, whoever finds it and however often. */
    String id(boolean mended) {
        String said = String.join(
                "|",
                community,
                Integer.toString(partition),
                new TreeMap<>(positions.offsets()).toString(),
                served.toString(),
                rebuilt.toString(),
                Boolean.toString(mended));
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
