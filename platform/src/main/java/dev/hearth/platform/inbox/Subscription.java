package dev.hearth.platform.inbox;

import java.util.Map;
import java.util.Set;

/**
 * Which topics are read, as whom.
 *
 * @param service the service's name: its dead letters go to {@code hearth.dead-letter.<service>}
 * @param group the consumer group, which shares the partitions out to the replicas
 * @param topics names of the topics
 * @param aligned whether a replica must have the same partitions of all topics, which must have equally many;
 *     partitions then change hands all at once instead of one by one
 * @param kafka client settings, {@code bootstrap.servers} at least
 */
public record Subscription(
        String service, String group, Set<String> topics, Map<String, Object> kafka, boolean aligned) {
    public Subscription {
        topics = Set.copyOf(topics);
        kafka = Map.copyOf(kafka);
    }

    /** Partitions of different topics may be different replicas'. */
    public Subscription(String service, String group, Set<String> topics, Map<String, Object> kafka) {
        this(service, group, topics, kafka, false);
    }
}
