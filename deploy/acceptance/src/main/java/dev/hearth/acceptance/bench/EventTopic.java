package dev.hearth.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
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
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 2, 17);

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
                header("ce_dataschema", "https://hearth.dev/contracts/" + TYPE + ".json"),
                header("ce_community", community),
                header("content-type", "application/json"));
    }

    /** Sends what happened; the broker has it after {@link #flush}. */
    void send(Deed deed) {
        String time = deed.day() + "T12:00:00Z";
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(NAME, null, community + "/" + deed.member(), payload(deed, time));
        constants.forEach(event.headers()::add);
        event.headers()
                .add("ce_id", ("bench-" + next++).getBytes(UTF_8))
                .add("ce_time", time.getBytes(UTF_8))
                .add("ce_subject", deed.member().getBytes(UTF_8));
        var _ = producer.send(event);
    }

    /** Returns when the broker has all that was sent. */
    void flush() {
        producer.flush();
    }

    /** Sends that many new events, and returns when the broker has them. */
    void send(int events, Crowd crowd) {
        for (int event = 0; event < events; event++) {
            send(new Deed(member(crowd.next(random)), null, KIND, USUAL_DAY));
        }
        producer.flush();
    }

    /** One event of that kind of each of the first members. */
    void sendOneOfEach(int members, String kind) {
        for (int member = 0; member < members; member++) {
            send(new Deed(member(member), null, kind, USUAL_DAY));
        }
        producer.flush();
    }

    static String member(int number) {
        return "member-" + number;
    }

    private static byte[] payload(Deed deed, String time) {
        String group = deed.group() == null ? "" : "\",\"groupId\":\"" + deed.group();
        return ("{\"kind\":\"" + deed.kind() + "\",\"memberId\":\"" + deed.member() + group + "\",\"occurredAt\":\""
                        + time + "\",\"zone\":\"UTC\",\"localDate\":\"" + deed.day()
                        + "\",\"known\":true,\"properties\":{\"client\":\"mini-program\",\"length\":120}}")
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
