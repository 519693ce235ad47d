package dev.hearth.engagement.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final String GOOD = """
            {"id":"e1","kind":"message.posted","memberId":"ada","occurredAt":"2026-03-08T09:30:00Z","groupId":"cooks",\
            "target":"m-7","value":-3,"properties":{"words":[1,2.50,"x"],"deep":{"er":null}}}""";
    private static final String CLOUD_EVENT = """
            {"specversion":"1.0","id":"e1","source":"/shop","type":"purchase.made","subject":"ada",\
            "time":"2026-03-08T09:30:00Z","datacontenttype":"application/json; charset=utf-8","partitionkey":"7",\
            "data":{"groupId":"cooks","target":"o-1","value":1999,"properties":{"a":1}}}""";

    @Test
    void readsEveryFieldOfAnEvent() {
        Intake intake = IngestFixture.read(EventFormat.EVENTS, events(GOOD));
        EngagementRecorded event = IngestFixture.payload(intake.takeRecords().getFirst());
        assertThat(event.kind()).isEqualTo("message.posted");
        assertThat(event.memberId()).isEqualTo("ada");
        assertThat(event.groupId()).isEqualTo("cooks");
        assertThat(event.target()).isEqualTo("m-7");
        assertThat(event.value()).isEqualTo(-3);
        assertThat(event.known()).isFalse();
        assertThat(event.properties()).containsOnlyKeys("words", "deep");
    }

    @Test
    void readsCloudEventsAsItsOwn() {
        Intake intake = IngestFixture.read(EventFormat.CLOUD_EVENTS, "[" + CLOUD_EVENT + "]");
        assertThat(intake.refusals()).isEmpty();
        EngagementRecorded event = IngestFixture.payload(intake.takeRecords().getFirst());
        assertThat(event.kind()).isEqualTo("purchase.made");
        assertThat(event.memberId()).isEqualTo("ada");
        assertThat(event.groupId()).isEqualTo("cooks");
        assertThat(event.target()).isEqualTo("o-1");
        assertThat(event.value()).isEqualTo(1999);
        assertThat(event.properties()).containsEntry("a", 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"e1\"|\"id\":\"a b\"|id",
                "\"id\":\"e1\"|\"id\":7|id",
                "\"id\":\"e1\"|\"id\":null|id",
                "\"id\":\"e1\"|\"id\":\"\"|id",
                "\"id\":\"e1\"|\"id\":\"e1\",\"id\":\"e2\"|id",
                "\"id\":\"e1\",|`` |id",
                "\"kind\":\"message.posted\"|\"kind\":[]|kind",
                "\"kind\":\"message.posted\"|\"kind\":\"message.poster\"|kind",
                "\"memberId\":\"ada\"|\"memberId\":{\"id\":\"ada\"}|memberId",
                "\"memberId\":\"ada\"|\"memberId\":\"a/b\"|memberId",
                "\"memberId\":\"ada\"|\"memberId\":\"mallory\"|memberId",
                "\"occurredAt\":\"2026-03-08T09:30:00Z\"|\"occurredAt\":1772962200|occurredAt",
                "\"occurredAt\":\"2026-03-08T09:30:00Z\"|\"occurredAt\":\"yesterday\"|occurredAt",
                "\"occurredAt\":\"2026-03-08T09:30:00Z\"|\"occurredAt\":\"2026-03-09T12:00:00.000000001Z\"|occurredAt",
                "\"occurredAt\":\"2026-03-08T09:30:00Z\"|\"occurredAt\":\"1969-12-31T23:59:59Z\"|occurredAt",
                "\"groupId\":\"cooks\"|\"groupId\":true|groupId",
                "\"target\":\"m-7\"|\"target\":\"\"|target",
                "\"target\":\"m-7\"|\"target\":\"a\\u0000b\"|target",
                "\"target\":\"m-7\"|\"target\":\"\\ud83d\"|target",
                "\"value\":-3|\"value\":1.5|value",
                "\"value\":-3|\"value\":\"3\"|value",
                "\"value\":-3|\"value\":9223372036854775808|value",
                "\"value\":-3|\"value\":[[3]]|value",
                "\"value\":-3|\"valeu\":3|valeu",
                "\"value\":-3|\"a/b~c\":3|a~1b~0c",
                "\"x\"]|\"x\"],\"words\":1|properties",
                "\"x\"]|\"x\",\"\\ud800\"]|properties",
                "\"x\"]|\"x\",\"a\\u0000\"]|properties",
                "\"x\"]|1e999]|properties",
                "\"x\"]|18446744073709551616]|properties",
                "\"x\"]|[[[[[1]]]]]]|properties",
                "\"deep\":|\"\":|properties",
                "{\"words\":[1,2.50,\"x\"],\"deep\":{\"er\":null}}|[1]|properties"
            })
    void refusesAFaultyEventAndTakesItsNeighbours(String part, String fault, String pointer) {
        assertThat(GOOD).contains(part);
        String bad = GOOD.replace(part, fault == null ? "" : fault.trim());
        Intake intake = IngestFixture.read(EventFormat.EVENTS, events(GOOD, bad, GOOD));
        assertThat(intake.accepted()).isEqualTo(2);
        assertThat(intake.refusals()).hasSize(1);
        Refusal refusal = intake.refusals().getFirst();
        assertThat(refusal.index()).isEqualTo(1);
        assertThat(IngestFixture.pointers(refusal)).contains("/events/1/" + pointer);
        assertThat(refusal.problem().detail()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"specversion\":\"1.0\",|``|specversion",
                "\"specversion\":\"1.0\"|\"specversion\":\"0.3\"|specversion",
                "\"source\":\"/shop\",|``|source",
                "\"type\":\"purchase.made\"|\"type\":\"com.example.bought\"|type",
                "\"subject\":\"ada\",|``|subject",
                "\"time\":\"2026-03-08T09:30:00Z\",|``|time",
                "\"datacontenttype\":\"application/json; charset=utf-8\"|\"datacontenttype\":\"text/xml\"|datacontenttype",
                "\"value\":1999|\"value\":\"1999\"|data/value",
                "\"value\":1999|\"price\":1999|data/price",
                "\"data\":{|\"data\":[],\"data_\":{|data",
                "\"data\":{|\"data_base64\":\"e30=\",\"data\":{|data_base64"
            })
    void refusesAFaultyCloudEventAndTakesItsNeighbours(String part, String fault, String pointer) {
        assertThat(CLOUD_EVENT).contains(part);
        String bad = CLOUD_EVENT.replace(part, fault == null ? "" : fault);
        Intake intake =
                IngestFixture.read(EventFormat.CLOUD_EVENTS, "[" + CLOUD_EVENT + "," + bad + "," + CLOUD_EVENT + "]");
        assertThat(intake.accepted()).isEqualTo(2);
        assertThat(IngestFixture.pointers(intake.refusals().getFirst())).contains("/1/" + pointer);
    }

    @Test
    void tellsAllFaultsOfAnEventAtOnce() {
        Intake intake = IngestFixture.read(
                EventFormat.EVENTS, "{\"events\":[{\"id\":\"e 1\",\"kind\":\"message.posted\",\"value\":1.5}]}");
        assertThat(IngestFixture.pointers(intake.refusals().getFirst()))
                .containsExactlyInAnyOrder(
                        "/events/0/id", "/events/0/value", "/events/0/memberId", "/events/0/occurredAt");
    }

    @Test
    void namesTheRemedyForAnUnknownKind() {
        Intake intake = IngestFixture.read(EventFormat.EVENTS, events(GOOD.replace("message.posted", "recipe.shared")));
        assertThat(intake.refusals().getFirst().problem().detail())
                .contains("PUT /communities/acme/event-kinds/recipe.shared");
        assertThat(intake.refusals().getFirst().id()).isEqualTo("e1");
    }

    @Test
    void aMembersTokenSendsOnlyThatMembersEvents() {
        Caller ada = new Caller("ada", Set.of("events:write"), Set.of("acme"), "ada");
        Intake intake = new Intake(EventFormat.EVENTS, IngestFixture.community(Map.of()), ada, IngestFixture.TRACE);
        new BodyReader(EventFormat.EVENTS, intake, IngestFixture.LATEST, 10)
                .readAll(events(GOOD, GOOD.replace("ada", "bob")).getBytes(UTF_8));
        assertThat(intake.accepted()).isEqualTo(1);
        assertThat(intake.refusals().getFirst().problem().type()).isEqualTo("/problems/foreign-member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "{",
                "{}",
                "{\"events\":7}",
                "{\"events\":[{]}",
                "{\"events\":[{\"id\":\"e1\"]}",
                "{\"events\":[1,]}",
                "{\"events\":[],\"events\":[]}",
                "{\"events\":[1]} x",
                "{\"event\":[]}",
                "{\"events\":[1],\"dryRun\":true}",
                "\ufeff{\"events\":[1]}",
                "{\"events\":[{'id':'e1'}]}",
                "{\"events\":[{\"id\":NaN}]}"
            })
    void refusesAMalformedBodyAsAWhole(String body) {
        assertThatThrownBy(() -> IngestFixture.read(EventFormat.EVENTS, body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(RequestProblem.MALFORMED_BODY));
    }

    @Test
    void tellsWhereTheBodyIsMalformed() {
        assertThatThrownBy(() -> IngestFixture.read(EventFormat.EVENTS, "{\"events\":[\n{\"id\":\"e1\",}]}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.getMessage())
                                .contains("/events/0")
                                .contains("line 2"));
    }

    @Test
    void refusesNoEventsAndTooMany() {
        assertThatThrownBy(() -> IngestFixture.read(EventFormat.EVENTS, "{\"events\":[]}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(IngestProblem.NO_EVENTS));
        String many = events(Collections.nCopies(1_001, GOOD).toArray(String[]::new));
        assertThatThrownBy(() -> IngestFixture.read(EventFormat.EVENTS, many))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(IngestProblem.TOO_MANY_EVENTS));
    }

    @Test
    void aRepeatedIdInARequestGoesOn() {
        assertThat(IngestFixture.read(EventFormat.EVENTS, events(GOOD, GOOD)).takeRecords())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "{", "{}x", "{}{}", "\"id\"", "{\"id\":\"e1\"", "x"})
    void refusesAFaultyLineAlone(String line) {
        Intake intake = IngestFixture.intake(EventFormat.LINES);
        BodyReader reader = new BodyReader(EventFormat.LINES, intake, IngestFixture.LATEST, 10);
        for (String each : List.of(GOOD, line, GOOD)) {
            byte[] bytes = each.getBytes(UTF_8);
            reader.readLine(intake.size(), bytes, bytes.length);
        }
        assertThat(intake.accepted()).isEqualTo(2);
        assertThat(intake.refusals()).extracting(Refusal::index).containsExactly(1);
    }

    @Property(tries = 3_000)
    void garbageIsAProblemAndNeverAFailure(@ForAll @Size(max = 200) byte[] body) {
        for (EventFormat format : List.of(EventFormat.EVENTS, EventFormat.CLOUD_EVENTS)) {
            assertThatThrownBy(() -> IngestFixture.read(format, body)).isInstanceOf(ProblemException.class);
        }
    }

    @Property(tries = 5_000)
    void aBodyWithAnyByteChangedIsReadOrRefused(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 10_000) int at, @ForAll byte changed) {
        byte[] bytes = body.getBytes(UTF_8);
        bytes[at % bytes.length] = changed;
        try {
            EventFormat format = body.startsWith("[") ? EventFormat.CLOUD_EVENTS : EventFormat.EVENTS;
            Intake intake = IngestFixture.read(format, bytes);
            assertThat(intake.size()).isEqualTo(2);
            assertThat(intake.takeRecords())
                    .allSatisfy(written ->
                            assertThat(IngestFixture.payload(written).kind()).isNotEmpty());
        } catch (ProblemException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(events(GOOD, GOOD), "[" + CLOUD_EVENT + "," + CLOUD_EVENT + "]");
    }

    private static String events(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }
}
