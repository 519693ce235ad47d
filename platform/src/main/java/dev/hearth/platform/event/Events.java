package dev.hearth.platform.event;

import dev.hearth.platform.time.Uuid7;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the events of one service: gives them id, source, time and trace. */
public final class Events {
    private final String source;
    private final Clock clock;
    private final Uuid7 ids;

    /** @param service the service's name, e.g. {@code member-service} */
    public Events(String service, Clock clock) {
        this.source = "/" + service;
        this.clock = clock;
        this.ids = new Uuid7(clock);
    }

    /** An event about a member, keyed by it. */
    public CloudEvent ofMember(String community, String memberId, long aggregateVersion, Record payload) {
        return of(community, Topics.memberKey(community, memberId), memberId, aggregateVersion, payload);
    }

    /**
     * The same of something that happened at another time than now.
     *
     * @param time when it happened
     */
    public CloudEvent ofMember(String community, String memberId, long aggregateVersion, Record payload, Instant time) {
        String key = Topics.memberKey(community, memberId);
        return of(ids.next().toString(), community, key, memberId, aggregateVersion, payload, time);
    }

    /** An event with a key of its own. */
    public CloudEvent of(
            String community, String key, @Nullable String subject, long aggregateVersion, Record payload) {
        return of(ids.next().toString(), community, key, subject, aggregateVersion, payload);
    }

    /**
     * The same with an id that follows from what it says: whoever finds the same again says it under the same id.
     *
     * @param id unique among all events of this service
     */
    public CloudEvent of(
            String id, String community, String key, @Nullable String subject, long aggregateVersion, Record payload) {
        return of(id, community, key, subject, aggregateVersion, payload, clock.instant());
    }

    private CloudEvent of(
            String id,
            String community,
            String key,
            @Nullable String subject,
            long aggregateVersion,
            Record payload,
            Instant time) {
        CloudEvent.Known contract = CloudEvent.contractOf(payload.getClass());
        return new CloudEvent(
                contract.topic(),
                key,
                id,
                source,
                contract.type(),
                subject,
                time,
                community,
                aggregateVersion,
                null,
                null,
                currentTraceparent(),
                ContractJson.write(payload));
    }

    /** The W3C trace context of the span under way, or null. */
    public static @Nullable String currentTraceparent() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
