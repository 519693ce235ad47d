package dev.hearth.contract.signal;

import dev.hearth.contract.Contract;
import java.util.Map;

/**
 * What a service served of a community is not what the topics say: one partition was built again from them and differs
 * at the same offsets. Key: the community. The same difference found again has the same id.
 *
 * @param service who served it
 * @param partition the partition's number, the same in every topic
 * @param positions by topic, up to which offset both were built
 * @param servedActs how many acts were served
 * @param rebuiltActs how many the topics have
 * @param served the fingerprint of what was served
 * @param rebuilt the fingerprint of what the topics say
 * @param mended whether the rebuilt one takes the place of what was served; false where it was only verified
 */
@Contract(type = "dev.hearth.signal.drift-found.v1", topic = "hearth.signal")
public record DriftFound(
        String service,
        int partition,
        Map<String, Long> positions,
        long servedActs,
        long rebuiltActs,
        String served,
        String rebuilt,
        boolean mended) {
    public DriftFound {
        positions = Map.copyOf(positions);
    }
}
