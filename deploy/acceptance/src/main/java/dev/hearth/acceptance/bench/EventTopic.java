package dev.hearth.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on hearth.engagement as the ingest does, faster than anybody reads them. */
final class EventTopic implements AutoCloseable {
    static final String NAME = "hearth.engagement";
    /** What earns a little. */
    static final String KIND = "message.posted";

    /** What earns enough for all that is redeemed. */
    static final String WINDFALL = "purchase.made";

    private static final String TYPE = "dev.hearth.engagement.recorded.v1";
    private static final String NOON = "2026-02-17T12:00:00Z";

    private final KafkaProducer<String, byte[]> producer;
    private final String community;
    private final Random random = new Random(7);
    private final List<Header> constants;
    private long next;

    EventTopic(String bootstrapServers, String community) {
        this.community = community;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        2,
                        "batch.size",
                        131_072),
                new StringSerializer(),
                new ByteArraySerializer());
        this.constants = List.of(
                header("ce_specversion", "1.0"),
                header("ce_source", "/engagement-service"),
                header("ce_type", TYPE),
                header("ce_time", NOON),
                header("ce_dataschema", "https://hearth.dev/contracts/" + TYPE + ".json"),
                header("ce_community", community),
                header("content-type", "application/json"));
    }

    /** Sends that many new events, and returns when the broker has them. */
    void send(int events, Crowd crowd) {
        for (int event = 0; event < events; event++) {
            send(member(crowd.next(random)), KIND, "bench-" + next++);
        }
        producer.flush();
    }

    /** One event of that kind of each of the first members. */
    void sendOneOfEach(int members, String kind) {
        for (int member = 0; member < members; member++) {
            send(member(member), kind, "bench-" + next++);
        }
        producer.flush();
    }

    static String member(int number) {
        return "member-" + number;
    }

    private void send(String member, String kind, String id) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(NAME, null, community + "/" + member, payload(member, kind));
        constants.forEach(event.headers()::add);
        event.headers().add("ce_id", id.getBytes(UTF_8)).add("ce_subject", member.getBytes(UTF_8));
        var _ = producer.send(event);
    }

    private static byte[] payload(String member, String kind) {
        return ("{\"kind\":\"" + kind + "\",\"memberId\":\"" + member + "\",\"occurredAt\":\"" + NOON
                        + "\",\"zone\":\"UTC\",\"localDate\":\"2026-02-17\",\"known\":true,"
                        + "\"properties\":{\"client\":\"mini-program\",\"length\":120}}")
                .getBytes(UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
