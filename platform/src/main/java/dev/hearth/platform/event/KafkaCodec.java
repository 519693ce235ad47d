package dev.hearth.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents Kafka protocol binding, binary mode: attributes as {@code ce_} headers, the payload as the value. */
public final class KafkaCodec {
    public static final String TRACEPARENT = "traceparent";
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private KafkaCodec() {}

    public static ProducerRecord<String, byte @Nullable []> toRecord(CloudEvent event) {
        ProducerRecord<String, byte @Nullable []> written =
                new ProducerRecord<>(event.topic(), null, event.key(), event.data());
        writeHeaders(event, written.headers());
        return written;
    }

    /** Writes the attributes of {@code event} as headers. */
    public static void writeHeaders(CloudEvent event, Headers headers) {
        headers.add("ce_specversion", SPEC_VERSION);
        add(headers, "ce_id", event.id());
        add(headers, "ce_source", event.source());
        add(headers, "ce_type", event.type());
        add(headers, "ce_subject", event.subject());
        add(headers, "ce_time", event.time().toString());
        add(headers, "ce_dataschema", event.dataSchema());
        add(headers, "ce_community", event.community());
        if (event.aggregateVersion() > 0) {
            add(headers, "ce_aggregateversion", Long.toString(event.aggregateVersion()));
        }
        add(headers, "ce_correlationid", event.correlationId());
        add(headers, "ce_causationid", event.causationId());
        add(headers, TRACEPARENT, event.traceparent());
        headers.add("content-type", JSON);
    }

    /** Reads an event; fails with {@link UnreadableEventException} if an attribute is missing or malformed. */
    public static CloudEvent fromRecord(ConsumerRecord<String, byte[]> read) {
        Headers headers = read.headers();
        return new CloudEvent(
                read.topic(),
                read.key(),
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_type"),
                text(headers, "ce_subject"),
                time(required(headers, "ce_time")),
                required(headers, "ce_community"),
                version(text(headers, "ce_aggregateversion")),
                text(headers, "ce_correlationid"),
                text(headers, "ce_causationid"),
                text(headers, TRACEPARENT),
                read.value());
    }

    /** The last header of that name, or null. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null) {
            throw new UnreadableEventException("header " + name + " is missing", null);
        }
        return value;
    }

    private static Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new UnreadableEventException("header ce_time is not an RFC 3339 time: " + value, e);
        }
    }

    private static long version(@Nullable String value) {
        try {
            return value == null ? 0 : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new UnreadableEventException("header ce_aggregateversion is not a number: " + value, e);
        }
    }
}
