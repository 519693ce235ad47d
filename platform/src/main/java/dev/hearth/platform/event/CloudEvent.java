package dev.hearth.platform.event;

import dev.hearth.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands on a topic: CloudEvents 1.0 attributes and Hearth's extensions.
 *
 * @param topic the Kafka topic
 * @param key the record's key: the same key, the same partition, one order
 * @param id stable under redelivery, unique in {@code source}
 * @param source who says so, e.g. {@code /member-service}
 * @param type what happened, with its major version, e.g. {@code dev.hearth.member.joined.v1}
 * @param subject the member it is about, if any
 * @param time when it happened
 * @param community the community it belongs to
 * @param aggregateVersion version of the aggregate after the change, 0 where the event is of no aggregate; a reader of
 *     states drops what is older than what it has
 * @param correlationId the request or event that began it all, if known
 * @param causationId the event that led to this one, if any
 * @param traceparent W3C trace context, if traced
 * @param data the payload as JSON; null is a tombstone
 */
@SuppressWarnings(
        "ArrayRecordComponent") // events are passed on, never compared; a copy per event would cost the hot paths
public record CloudEvent(
        String topic,
        String key,
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String community,
        long aggregateVersion,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        byte @Nullable [] data) {
    private static final String SCHEMAS = "https://hearth.dev/contracts/";

    /** Looked up once a class: an annotation answers by reflection each time, and this is asked for every event. */
    private static final ClassValue<Known> CONTRACTS = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> payload) {
            Contract contract = payload.getAnnotation(Contract.class);
            if (contract == null) {
                throw new IllegalArgumentException(payload + " is not a contract: @Contract is missing");
            }
            return new Known(contract.type(), contract.topic());
        }
    };

    /**
     * What an event's payload says of itself.
     *
     * @param type its CloudEvents type
     * @param topic the topic it goes to
     */
    public record Known(String type, String topic) {}

    /** Where the JSON Schema of the payload is named: {@code dataschema}. */
    public String dataSchema() {
        return schemaOf(type);
    }

    public static String schemaOf(String type) {
        return SCHEMAS + type + ".json";
    }

    /** The same event in the trace of what caused it. */
    public CloudEvent causedBy(@Nullable String correlation, @Nullable String causation, @Nullable String trace) {
        return new CloudEvent(
                topic,
                key,
                id,
                source,
                type,
                subject,
                time,
                community,
                aggregateVersion,
                correlation,
                causation,
                trace,
                data);
    }

    /** The {@link Contract} of a payload's class. */
    public static Known contractOf(Class<? extends Record> payload) {
        return CONTRACTS.get(payload);
    }
}
