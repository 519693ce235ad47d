package dev.hearth.incentive;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other services put on the topics, and what anyone reads from them. */
public final class Streams implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String broker = LocalKafka.shared().bootstrapServers();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", 5), new StringSerializer(), new ByteArraySerializer());
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** Something a member did. */
    public record Event(String community, String id, String member, String kind, Instant occurredAt) {
        public LocalDate day() {
            return LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
        }
    }

    public String broker() {
        return broker;
    }

    /** Makes a community known. */
    public void community(String community) {
        community(new CommunityState(community, community, "tests", "UTC", JoinMode.OPEN, 1));
    }

    /** Moves a known community to a zone in which it is another day now than in UTC. */
    public ZoneId moveToAnotherDay(String community) {
        boolean isTomorrowInTheEast = Instant.now().atZone(ZoneOffset.UTC).getHour() >= 11;
        String zone = isTomorrowInTheEast ? "Pacific/Kiritimati" : "Etc/GMT+12";
        community(new CommunityState(community, community, "tests", zone, JoinMode.OPEN, 2));
        return ZoneId.of(zone);
    }

    private void community(CommunityState state) {
        String community = state.community();
        send(event(Topics.COMMUNITY_STATE, community, community, "state-" + community + state.version(), state));
        flush();
    }

    /** Makes a member in good standing known. */
    public void member(String community, String member, String... tags) {
        member(new MemberState(community, member, MemberStatus.ACTIVE, 0, Set.of(), Set.of(tags), null, false, 1));
    }

    public void member(MemberState state) {
        String key = Topics.memberKey(state.community(), state.memberId());
        send(event(Topics.MEMBER_STATE, key, state.community(), "state-" + key + state.version(), state));
        flush();
    }

    /** Makes a group known. */
    public void group(String community, String group) {
        GroupState state = new GroupState(community, group, group, null, null, 1);
        String key = Topics.groupKey(community, group);
        send(event(Topics.COMMUNITY_STATE, key, community, "state-" + key, state));
        flush();
    }

    /** Makes kinds of event known that the community declared. */
    public void kinds(String community, String... kinds) {
        for (String kind : kinds) {
            EventKindState state = new EventKindState(community, kind, kind, 1);
            String key = Topics.kindKey(community, kind);
            send(event(Topics.COMMUNITY_STATE, key, community, "state-" + key, state));
        }
        flush();
    }

    /** Makes active members known, who are in these groups. */
    public void members(String community, Collection<String> members, String... groups) {
        members(members.stream()
                .map(member -> new MemberState(
                        community, member, MemberStatus.ACTIVE, 0, Set.of(groups), Set.of(), null, false, 1))
                .toList());
    }

    public void members(List<MemberState> states) {
        for (MemberState state : states) {
            String key = Topics.memberKey(state.community(), state.memberId());
            send(event(Topics.MEMBER_STATE, key, state.community(), "state-" + key + "-" + state.version(), state));
        }
        flush();
    }

    public void engage(List<Event> events) {
        for (Event event : events) {
            send(event(
                    Topics.ENGAGEMENT,
                    Topics.memberKey(event.community(), event.member()),
                    event.community(),
                    event.id(),
                    new EngagementRecorded(
                            event.kind(),
                            event.member(),
                            null,
                            null,
                            null,
                            event.occurredAt(),
                            "UTC",
                            event.day(),
                            true,
                            null)));
        }
        flush();
    }

    /** A record as it is, whatever is wrong with it. */
    public void raw(ProducerRecord<String, byte[]> record) {
        sent.add(producer.send(record));
        flush();
    }

    public static CloudEvent event(String topic, String key, String community, String id, Record payload) {
        return new CloudEvent(
                topic,
                key,
                id,
                "/engagement-service/communities/" + community,
                CloudEvent.contractOf(payload.getClass()).type(),
                null,
                Instant.parse("2026-02-17T12:00:00Z"),
                community,
                0,
                null,
                null,
                null,
                ContractJson.write(payload));
    }

    public void send(CloudEvent event) {
        sent.add(producer.send(KafkaCodec.toRecord(event)));
    }

    private void flush() {
        producer.flush();
        try {
            for (Future<RecordMetadata> one : sent) {
                var _ = one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        sent.clear();
    }

    /**
     * The events of a topic that are wanted, in order, once there are {@code count}, or what there is after a while.
     */
    public List<CloudEvent> read(String topic, int count, Predicate<CloudEvent> wanted) {
        List<CloudEvent> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            int quiet = 0;
            while (System.nanoTime() < end && quiet < 4) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (KafkaCodec.text(record.headers(), "ce_type") != null) {
                        CloudEvent event = KafkaCodec.fromRecord(record);
                        if (wanted.test(event)) {
                            found.add(event);
                        }
                    }
                });
                quiet = found.size() >= count ? quiet + 1 : 0;
            }
        }
        return found;
    }

    /** How many records the engagement topic has had, over all partitions. */
    public long end() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many records the engagement topic has had, by partition. */
    public Map<Integer, Long> ends() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENGAGEMENT).stream()
                    .map(info -> new TopicPartition(Topics.ENGAGEMENT, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    /** How many dead letters there are whose record had that key. */
    public long deadLetters(String key) {
        long count = 0;
        String topic = Topics.deadLetter("incentive-service");
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int quiet = 0; quiet < 5; quiet++) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    count += key.equals(record.key()) ? 1 : 0;
                }
            }
        }
        return count;
    }

    @Override
    public void close() {
        producer.close();
    }
}
