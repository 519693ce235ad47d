package dev.hearth.engagement.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes events of one request as records: {@link EngagementRecorded} in a CloudEvent of binary mode, just as
 * {@link KafkaCodec} and the contract's mapper would, which tests hold it to. What is the same for all events is made
 * once.
 */
final class EngagementRecords {
    private static final String TYPE =
            CloudEvent.contractOf(EngagementRecorded.class).type();
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");
    private static final Header CE_TYPE = header("ce_type", TYPE);
    private static final Header DATA_SCHEMA = header("ce_dataschema", CloudEvent.schemaOf(TYPE));

    private static final byte[] KIND = json("{\"kind\":\"");
    private static final byte[] MEMBER = json("\",\"memberId\":\"");
    private static final byte[] GROUP = json("\",\"groupId\":\"");
    private static final byte[] TARGET = json("\",\"target\":");
    private static final byte[] VALUE = json(",\"value\":");
    private static final byte[] OCCURRED = json(",\"occurredAt\":\"");
    private static final byte[] ZONE = json("\",\"zone\":\"");
    private static final byte[] LOCAL_DATE = json("\",\"localDate\":\"");
    private static final byte[] KNOWN = json("\",\"known\":true");
    private static final byte[] NOT_KNOWN = json("\",\"known\":false");
    private static final byte[] PROPERTIES = json(",\"properties\":");

    private final Header source;
    private final Header communityHeader;
    private final @Nullable Header traceparent;
    private final byte[] keyPrefix;
    private final JsonBytes out = new JsonBytes(512);

    EngagementRecords(String community, @Nullable String traceparent) {
        this.source = header("ce_source", source(community));
        this.communityHeader = header("ce_community", community);
        this.traceparent = traceparent == null ? null : header(KafkaCodec.TRACEPARENT, traceparent);
        this.keyPrefix = Topics.memberKey(community, "").getBytes(UTF_8);
    }

    /** Where a community's events come from: with the id it tells an event from every other. */
    static String source(String community) {
        return "/engagement-service/communities/" + community;
    }

    /** The record of {@code event}, counted for the day that it was in {@code zone}. */
    ProducerRecord<byte[], byte[]> of(ReportedEvent event, ZoneId zone, boolean known) {
        byte[] member = event.memberId().getBytes(UTF_8);
        out.cut(0);
        Rfc3339.write(event.occurredAt(), out);
        byte[] time = out.copy();
        byte[] value = payload(event, time, zone, known);
        RecordHeaders headers = new RecordHeaders(new Header[] {
            SPEC_VERSION,
            new RecordHeader("ce_id", event.id().getBytes(UTF_8)),
            source,
            CE_TYPE,
            new RecordHeader("ce_subject", member),
            new RecordHeader("ce_time", time),
            DATA_SCHEMA,
            communityHeader,
            CONTENT_TYPE
        });
        if (traceparent != null) {
            headers.add(traceparent);
        }
        return new ProducerRecord<>(Topics.ENGAGEMENT, null, null, key(member), value, headers);
    }

    private byte[] payload(ReportedEvent event, byte[] time, ZoneId zone, boolean known) {
        out.cut(0);
        out.raw(KIND);
        out.ascii(event.kind());
        out.raw(MEMBER);
        out.ascii(event.memberId());
        if (event.groupId() != null) {
            out.raw(GROUP);
            out.ascii(event.groupId());
        }
        if (event.target() != null) {
            out.raw(TARGET);
            out.text(event.target());
        } else {
            out.raw('"');
        }
        if (event.value() != null) {
            out.raw(VALUE);
            out.number(event.value());
        }
        out.raw(OCCURRED);
        out.raw(time);
        out.raw(ZONE);
        out.ascii(zone.getId());
        out.raw(LOCAL_DATE);
        Rfc3339.writeDay(localDay(event.occurredAt(), zone), out);
        out.raw(known ? KNOWN : NOT_KNOWN);
        if (event.properties() != null) {
            out.raw(PROPERTIES);
            out.raw(event.properties().json());
        }
        out.raw('}');
        return out.copy();
    }

    private static long localDay(Instant time, ZoneId zone) {
        long second = time.getEpochSecond() + zone.getRules().getOffset(time).getTotalSeconds();
        return Math.floorDiv(second, 86_400L);
    }

    private byte[] key(byte[] member) {
        byte[] key = new byte[keyPrefix.length + member.length];
        System.arraycopy(keyPrefix, 0, key, 0, keyPrefix.length);
        System.arraycopy(member, 0, key, keyPrefix.length, member.length);
        return key;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    private static byte[] json(String ascii) {
        return ascii.getBytes(UTF_8);
    }
}
