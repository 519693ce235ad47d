package dev.hearth.engagement.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.time.Identifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngagementRecordsTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final BigDecimal HALF = new BigDecimal("0.5000001");

    @Property
    void writesTheBytesAndHeadersThatTheContractWould(
            @ForAll("events") ReportedEvent event, @ForAll("zones") ZoneId zone, @ForAll boolean known)
            throws IOException {
        ProducerRecord<byte[], byte[]> written =
                new EngagementRecords("acme", IngestFixture.TRACE).of(event, zone, known);
        CloudEvent expected = expected(event, zone, known);
        RecordHeaders headers = new RecordHeaders();
        KafkaCodec.writeHeaders(expected, headers);
        assertThat(IngestFixture.payload(written)).isEqualTo(payload(event, zone, known));
        assertThat(MAPPER.readTree(written.value())).isEqualTo(MAPPER.readTree(expected.data()));
        assertThat(new String(written.key(), UTF_8)).isEqualTo("acme/" + event.memberId());
        assertThat(written.topic()).isEqualTo("hearth.engagement");
        assertThat(written.headers().toArray()).containsExactlyInAnyOrder(headers.toArray());
    }

    @Property
    void anyEventComesOutAsItWasSent(@ForAll("events") ReportedEvent event, @ForAll("objects") ObjectNode properties)
            throws IOException {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("id", event.id()).put("kind", "message.posted").put("memberId", event.memberId());
        body.put("groupId", event.groupId()).put("target", event.target()).put("value", event.value());
        body.put("occurredAt", event.occurredAt().toString()).set("properties", properties);
        Intake intake = IngestFixture.read(EventFormat.EVENTS, "{\"events\":[" + body + "]}");
        assertThat(intake.refusals()).isEmpty();
        ProducerRecord<byte[], byte[]> written = intake.takeRecords().getFirst();
        assertThat(IngestFixture.header(written, "ce_id")).isEqualTo(event.id());
        JsonNode payload = MAPPER.readTree(written.value());
        assertThat(payload.get("properties")).isEqualTo(properties);
        body.remove(List.of("id", "properties"));
        MAPPER.readTree(body.toString()).properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> assertThat(payload.get(field.getKey())).isEqualTo(field.getValue()));
    }

    @Test
    void countsTheDayOfTheGroupsZone() {
        String body = """
                {"events":[
                 {"id":"e1","kind":"message.posted","memberId":"ada","occurredAt":"2026-03-08T20:30:00Z"},
                 {"id":"e2","kind":"message.posted","memberId":"ada","occurredAt":"2026-03-08T20:30:00Z","groupId":"tokyo"}
                ]}""";
        List<EngagementRecorded> recorded = IngestFixture.read(EventFormat.EVENTS, body).takeRecords().stream()
                .map(IngestFixture::payload)
                .toList();
        assertThat(recorded)
                .extracting(EngagementRecorded::zone, EngagementRecorded::localDate)
                .containsExactly(
                        tuple("America/New_York", LocalDate.parse("2026-03-08")),
                        tuple("Asia/Tokyo", LocalDate.parse("2026-03-09")));
    }

    private static CloudEvent expected(ReportedEvent event, ZoneId zone, boolean known) {
        return new CloudEvent(
                "hearth.engagement",
                "acme/" + event.memberId(),
                event.id(),
                "/engagement-service/communities/acme",
                "dev.hearth.engagement.recorded.v1",
                event.memberId(),
                event.occurredAt(),
                "acme",
                0,
                null,
                null,
                IngestFixture.TRACE,
                ContractJson.write(payload(event, zone, known)));
    }

    private static EngagementRecorded payload(ReportedEvent event, ZoneId zone, boolean known) {
        return new EngagementRecorded(
                event.kind(),
                event.memberId(),
                event.groupId(),
                event.target(),
                event.value(),
                event.occurredAt(),
                zone.getId(),
                event.occurredAt().atZone(zone).toLocalDate(),
                known,
                null);
    }

    @Provide
    Arbitrary<ReportedEvent> events() {
        return Builders.withBuilder(() -> new @Nullable Object[7])
                .use(identifiers())
                .inSetter((fields, id) -> fields[0] = id)
                .use(identifiers())
                .inSetter((fields, kind) -> fields[1] = kind)
                .use(identifiers())
                .inSetter((fields, member) -> fields[2] = member)
                .use(times())
                .inSetter((fields, time) -> fields[3] = time)
                .use(identifiers().injectNull(0.3))
                .inSetter((fields, group) -> fields[4] = group)
                .use(texts().injectNull(0.3))
                .inSetter((fields, target) -> fields[5] = target)
                .use(Arbitraries.longs().injectNull(0.3))
                .inSetter((fields, value) -> fields[6] = value)
                .build(EngagementRecordsTest::event);
    }

    private static ReportedEvent event(@Nullable Object[] fields) {
        return new ReportedEvent(
                0,
                String.valueOf(fields[0]),
                String.valueOf(fields[1]),
                String.valueOf(fields[2]),
                fields[3] instanceof Instant time ? time : Instant.EPOCH,
                (String) fields[4],
                (String) fields[5],
                (Long) fields[6],
                null);
    }

    /** Objects within the bounds: at most three levels, a few names each, not too many bytes. */
    @Provide
    Arbitrary<ObjectNode> objects() {
        return objects(scalars())
                .flatMap(inner -> objects(Arbitraries.oneOf(scalars(), Arbitraries.just(inner))))
                .filter(object -> object.toString().getBytes(UTF_8).length <= 8_192);
    }

    private static Arbitrary<ObjectNode> objects(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(texts(), Arbitraries.oneOf(values, arrays(values)))
                .ofMaxSize(5)
                .map(map -> {
                    ObjectNode object = MAPPER.createObjectNode();
                    map.forEach((name, value) -> object.set(name.substring(0, Math.min(name.length(), 40)), value));
                    return object;
                })
                .filter(object -> Text.isWellFormed(object.toString()));
    }

    private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> values) {
        return values.list().ofMaxSize(4).map(list -> MAPPER.createArrayNode().addAll(list));
    }

    private static Arbitrary<JsonNode> scalars() {
        JsonNodeFactory nodes = MAPPER.getNodeFactory();
        return Arbitraries.oneOf(
                texts().map(nodes::textNode),
                Arbitraries.longs()
                        .map(number -> number == (int) (long) number
                                ? nodes.numberNode((int) (long) number)
                                : nodes.numberNode((long) number)),
                Arbitraries.bigDecimals().ofScale(6).map(number -> nodes.numberNode(number.add(HALF))),
                Arbitraries.of(nodes.booleanNode(true), nodes.booleanNode(false), nodes.nullNode()));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, IngestFixture.LATEST.getEpochSecond() - 1)
                .flatMap(second -> Arbitraries.integers()
                        .between(0, 999_999_999)
                        .map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    private static Arbitrary<String> identifiers() {
        return Arbitraries.strings()
                .withChars("ABCXYZabcxyz0189_.:-")
                .ofMinLength(1)
                .ofMaxLength(Identifier.MAX_LENGTH);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("az09 \"\\/{}[]:,'<>&")
                .withChars('\u00e4', '\u07ff', '\u0800', '\u2028', '\u793e', '\ufffd', '\uffff')
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(text -> text.length() % 3 == 0 ? text + "\ud83d\ude80" : text);
    }
}
