package dev.hearth.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.contract.member.MemberLeft;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaCodecTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-29T01:30:00.123Z"), ZoneOffset.UTC);
    private final Events events = new Events("member-service", clock);

    @Test
    void anEventReadBackIsTheEventWritten() {
        CloudEvent event = events.ofMember("acme", "ada", 7, new MemberLeft("ada", "moved", null));

        CloudEvent read = KafkaCodec.fromRecord(received(KafkaCodec.toRecord(event)));

        assertThat(read).usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void anEventIsCloudEventsBinaryMode() {
        ProducerRecord<String, byte @Nullable []> written =
                KafkaCodec.toRecord(events.ofMember("acme", "ada", 7, new MemberLeft("ada", null, null)));

        assertThat(written.topic()).isEqualTo("hearth.member");
        assertThat(written.key()).isEqualTo("acme/ada");
        assertThat(new String(Objects.requireNonNull(written.value()), UTF_8)).isEqualTo("{\"memberId\":\"ada\"}");
        assertThat(KafkaCodec.text(written.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(KafkaCodec.text(written.headers(), "ce_type")).isEqualTo("dev.hearth.member.left.v1");
        assertThat(KafkaCodec.text(written.headers(), "ce_source")).isEqualTo("/member-service");
        assertThat(KafkaCodec.text(written.headers(), "ce_subject")).isEqualTo("ada");
        assertThat(KafkaCodec.text(written.headers(), "ce_time")).isEqualTo("2026-03-29T01:30:00.123Z");
        assertThat(KafkaCodec.text(written.headers(), "ce_aggregateversion")).isEqualTo("7");
        assertThat(KafkaCodec.text(written.headers(), "ce_dataschema"))
                .isEqualTo("https://hearth.dev/contracts/dev.hearth.member.left.v1.json");
        assertThat(KafkaCodec.text(written.headers(), "content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_time", "ce_community"})
    void aRecordWithoutARequiredAttributeIsUnreadableAndSaysWhich(String missing) {
        ConsumerRecord<String, byte[]> received =
                received(KafkaCodec.toRecord(events.ofMember("acme", "ada", 7, new MemberLeft("ada", null, null))));
        Headers left = received.headers().remove(missing);

        assertThat(left.lastHeader(missing)).isNull();
        assertThatThrownBy(() -> KafkaCodec.fromRecord(received))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_time", "ce_aggregateversion"})
    void aRecordWithAMalformedAttributeIsUnreadableAndSaysWhich(String malformed) {
        ConsumerRecord<String, byte[]> received =
                received(KafkaCodec.toRecord(events.ofMember("acme", "ada", 7, new MemberLeft("ada", null, null))));
        received.headers().remove(malformed).add(malformed, "yesterday".getBytes(UTF_8));

        assertThatThrownBy(() -> KafkaCodec.fromRecord(received))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(malformed)
                .hasMessageContaining("yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"memberId\":", "{\"memberId\":{}}"})
    void aPayloadOfAnotherFormIsUnreadable(String json) {
        assertThatThrownBy(() -> ContractJson.read(json.getBytes(UTF_8), MemberLeft.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("MemberLeft");
    }

    @Test
    void aPropertyAddedLaterBreaksNoReader() {
        byte[] later = "{\"memberId\":\"ada\",\"addedLater\":1}".getBytes(UTF_8);

        assertThat(ContractJson.read(later, MemberLeft.class)).isEqualTo(new MemberLeft("ada", null, null));
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte @Nullable []> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                Objects.requireNonNull(sent.value()),
                sent.headers(),
                Optional.empty());
    }
}
