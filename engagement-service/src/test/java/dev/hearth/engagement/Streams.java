package dev.hearth.engagement;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.engagement.EventKindState;
import dev.hearth.contract.member.CommunityState;
import dev.hearth.contract.member.GroupState;
import dev.hearth.contract.member.JoinMode;
import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.local.LocalKafka;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics as member-service writes them and as a data team reads them. */
public final class Streams {
    private Streams() {}

    /** One event read from {@code hearth.engagement}. */
    public record Read(CloudEvent event, EngagementRecorded payload) {}

    public static void putCommunity(String community, String zone) {
        send(
                Topics.COMMUNITY_STATE,
                community,
                new CommunityState(community, community, "for tests", zone, JoinMode.OPEN, 1));
    }

    public static void putGroup(String community, String group, @Nullable String zone) {
        send(
                Topics.COMMUNITY_STATE,
                Topics.groupKey(community, group),
                new GroupState(community, group, group, zone, null, 1));
    }

    public static void putMember(String community, String member, MemberStatus status, long version) {
        MemberState state = new MemberState(community, member, status, 0, Set.of(), Set.of(), null, false, version);
        send(Topics.MEMBER_STATE, Topics.memberKey(community, member), state);
    }

    /** A declared kind's state, read from {@code hearth.community-state}. */
    public record ReadKind(CloudEvent event, EventKindState payload) {}

    /** All events of a community that are on the topic now. */
    public static List<Read> eventsOf(String community) {
        return read(Topics.ENGAGEMENT, event -> event.community().equals(community)).stream()
                .map(event -> new Read(event, ContractJson.read(data(event), EngagementRecorded.class)))
                .toList();
    }

    /** Every state of a kind that the topic has now, in order. */
    public static List<ReadKind> kindsOf(String community, String kind) {
        String key = Topics.kindKey(community, kind);
        return read(Topics.COMMUNITY_STATE, event -> event.key().equals(key)).stream()
                .map(event -> new ReadKind(event, ContractJson.read(data(event), EventKindState.class)))
                .toList();
    }

    private static byte[] data(CloudEvent event) {
        return Objects.requireNonNull(event.data());
    }

    private static List<CloudEvent> read(String topic, Predicate<CloudEvent> wanted) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", LocalKafka.shared().bootstrapServers());
        List<CloudEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(200))) {
                    CloudEvent event = KafkaCodec.fromRecord(read);
                    if (wanted.test(event)) {
                        events.add(event);
                    }
                }
            }
        }
        return events;
    }

    private static void send(String topic, String key, Record payload) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", LocalKafka.shared().bootstrapServers());
        settings.put("acks", "all");
        CloudEvent event = new CloudEvent(
                topic,
                key,
                UUID.randomUUID().toString(),
                "/member-service",
                CloudEvent.contractOf(payload.getClass()).type(),
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                key.split("/", 2)[0],
                payload instanceof MemberState member ? member.version() : 1,
                null,
                null,
                null,
                ContractJson.write(payload));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(KafkaCodec.toRecord(event)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the state could not be published", e);
        }
    }
}
