package dev.hearth.engagement.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.engagement.kind.Kind;
import dev.hearth.engagement.kind.StandardKind;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.identity.Caller;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What the tests of the pure part share: a community held in plain maps. */
final class IngestFixture {
    static final Instant LATEST = Instant.parse("2026-03-09T12:00:00Z");
    static final Caller OPERATOR = new Caller("shop", Set.of("events:write"), Set.of("*"), null);
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final Map<String, Kind> KINDS = StandardKind.all().collect(Collectors.toMap(Kind::id, kind -> kind));

    private IngestFixture() {}

    static KnownCommunity community(Map<String, MemberStatus> statuses) {
        return new KnownCommunity(
                "acme",
                kind -> KINDS.get(kind),
                member -> statuses.get(member),
                group -> ZoneId.of("tokyo".equals(group) ? "Asia/Tokyo" : "America/New_York"));
    }

    static Intake intake(EventFormat format) {
        return new Intake(format, community(Map.of("mallory", MemberStatus.BANNED)), OPERATOR, TRACE);
    }

    static Intake read(EventFormat format, String body) {
        return read(format, body.getBytes(UTF_8));
    }

    static Intake read(EventFormat format, byte[] body) {
        Intake intake = intake(format);
        new BodyReader(format, intake, LATEST, 1_000).readAll(body);
        return intake;
    }

    static EngagementRecorded payload(ProducerRecord<byte[], byte[]> written) {
        return ContractJson.read(written.value(), EngagementRecorded.class);
    }

    static List<String> pointers(Refusal refusal) {
        return refusal.problem().errors().stream().map(error -> error.pointer()).toList();
    }

    static @Nullable String header(ProducerRecord<byte[], byte[]> written, String name) {
        return dev.hearth.platform.event.KafkaCodec.text(written.headers(), name);
    }
}
