package dev.hearth.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents Kafka protocol binding, binary mode: attributes as {@code ce_} headers, the payload as the value. */
public final class KafkaCodec {
    public static final String TRACEPARENT = "traceparent";
    /** The header that names an event's type. */
    public static final String TYPE = "ce_type";

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
        ownHeaders(event, (name, value) -> headers.add(name, value.getBytes(UTF_8)));
        addCommonHeaders(event.type(), headers);
    }

    /** Hands out the headers that are an event's own, each that is there. */
    public static void ownHeaders(CloudEvent event, BiConsumer<String, String> header) {
        header.accept("ce_id", event.id());
        header.accept("ce_source", event.source());
        header.accept(TYPE, event.type());
        ifPresent("ce_subject", event.subject(), header);
        header.accept("ce_time", event.time().toString());
        header.accept("ce_community", event.community());
        if (event.aggregateVersion() > 0) {
            header.accept("ce_aggregateversion", Long.toString(event.aggregateVersion()));
        }
        ifPresent("ce_correlationid", event.correlationId(), header);
        ifPresent("ce_causationid", event.causationId(), header);
        ifPresent(TRACEPARENT, event.traceparent(), header);
    }

    /** Adds the headers that all events of a type have in common, so that an outbox need not keep them. */
    public static void addCommonHeaders(String type, Headers headers) {
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_dataschema", CloudEvent.schemaOf(type).getBytes(UTF_8));
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
                required(headers, TYPE),
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

    private static void ifPresent(String name, @Nullable String value, BiConsumer<String, String> header) {
        if (value != null) {
            header.accept(name, value);
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
