package dev.hearth.engagement.ingest;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.engagement.Api;
import dev.hearth.engagement.Servers;
import dev.hearth.engagement.Streams;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class EventResourceTest {
    private static final String COMMUNITY = "ingest-test";

    @BeforeEach
    void knowsTheCommunity() {
        Streams.putCommunity(COMMUNITY, "America/New_York");
        Streams.putGroup(COMMUNITY, "tokyo", "Asia/Tokyo");
        Streams.putMember(COMMUNITY, "known", MemberStatus.ACTIVE, 1);
        Streams.putMember(COMMUNITY, "gone", MemberStatus.LEFT, 1);
        Streams.putMember(COMMUNITY, "mallory", MemberStatus.BANNED, 1);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.post(COMMUNITY, Api.JSON, Api.events(Api.event("warm-up", "mallory")))
                        .then()
                        .statusCode(422)
                        .body("refused[0].problem.type", equalTo("/problems/banned-member")));
    }

    @Test
    void recordsAnEventAsACloudEvent() {
        String event = """
                {"id":"full-1","kind":"purchase.made","memberId":"known","occurredAt":"2026-03-08T20:30:00.5+01:00",
                 "groupId":"tokyo","target":"order-7 \u793e\u7fa4","value":1999,"properties":{"items":[1,2.50]}}""";
        Api.post(COMMUNITY, Api.JSON, Api.events(event))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("refused", empty());
        Streams.Read read = recorded("full-1").getFirst();
        assertThat(read.event().key()).isEqualTo(COMMUNITY + "/known");
        assertThat(read.event().source()).isEqualTo("/engagement-service/communities/" + COMMUNITY);
        assertThat(read.event().type()).isEqualTo("dev.hearth.engagement.recorded.v1");
        assertThat(read.event().subject()).isEqualTo("known");
        assertThat(read.event().time()).isEqualTo("2026-03-08T19:30:00.5Z");
        assertThat(read.event().traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(read.payload().known()).isTrue();
        assertThat(read.payload().zone()).isEqualTo("Asia/Tokyo");
        assertThat(read.payload().localDate()).isEqualTo(LocalDate.parse("2026-03-09"));
        assertThat(read.payload().target()).isEqualTo("order-7 \u793e\u7fa4");
        assertThat(read.payload().value()).isEqualTo(1999);
    }

    @Test
    void marksUnknownMembersAndCountsDaysOfTheCommunityInUnknownGroups() {
        String event = Api.event("unknown-1", "stranger").replace("}", ",\"groupId\":\"nowhere\"}");
        Api.post(COMMUNITY, Api.JSON, Api.events(event, Api.event("left-1", "gone")))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2));
        assertThat(recorded("unknown-1").getFirst().payload().known()).isFalse();
        assertThat(recorded("unknown-1").getFirst().payload().zone()).isEqualTo("America/New_York");
        assertThat(recorded("left-1").getFirst().payload().known()).isTrue();
    }

    @Test
    void aBadEventNeverBlocksItsNeighbours() {
        String body = Api.events(
                Api.event("neighbour-0", "known"),
                Api.event("neighbour-1", "known").replace("message.posted", "message.lost"),
                Api.event("neighbour-2", "mallory"),
                "7",
                Api.event("neighbour-4", "a b"),
                Api.event("neighbour-5", "known").replace("2026-", "2096-"),
                Api.event("neighbour-6", "known"));
        Api.post(COMMUNITY, Api.JSON, body)
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("refused.index", contains(1, 2, 3, 4, 5))
                .body("refused[0].id", equalTo("neighbour-1"))
                .body("refused[0].problem.type", equalTo("/problems/unknown-kind"))
                .body("refused[0].problem.errors[0].pointer", equalTo("/events/1/kind"))
                .body("refused[0].problem.detail", containsString("PUT /communities/" + COMMUNITY))
                .body("refused[1].problem.type", equalTo("/problems/banned-member"))
                .body("refused[4].problem.errors[0].pointer", equalTo("/events/5/occurredAt"));
        assertThat(recorded("neighbour-")).hasSize(2);
    }

    @Test
    void answersAProblemWhenNothingIsAccepted() {
        Api.post(COMMUNITY, Api.JSON, Api.events("1", "2"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/nothing-accepted"))
                .body("refused", hasSize(2));
    }

    @Test
    void readsCloudEvents() {
        String event = """
                {"specversion":"1.0","id":"cloud-1","source":"/shop","type":"purchase.made","subject":"known",
                 "time":"2026-03-08T20:30:00Z","data":{"value":5}}""";
        Api.post(COMMUNITY, Api.CLOUD_EVENTS, "[" + event + "]")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        assertThat(recorded("cloud-1").getFirst().payload().value()).isEqualTo(5);
    }

    @Test
    void readsManyLines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(Api.event("line-" + i, "member-" + i % 100));
        }
        lines.set(17, "{\"id\":");
        lines.set(4_999, "x".repeat(70_000));
        Api.post(COMMUNITY, Api.LINES, Api.lines(lines))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(4_998))
                .body("refused.index", contains(17, 4_999))
                .body("refused[0].problem.type", equalTo("/problems/malformed-event"))
                .body("refused[1].problem.type", equalTo("/problems/event-too-large"));
        assertThat(recorded("line-")).hasSize(4_998);
    }

    @Test
    void refusesTooManyLines() {
        List<String> lines = Collections.nCopies(20_001, Api.event("many", "known"));
        Api.post(COMMUNITY, Api.LINES, Api.lines(lines))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/too-many-events"));
    }

    @Test
    void aMembersTokenSendsOnlyItsOwnEvents() {
        String token = TestTokens.member(COMMUNITY, "known", "events:write");
        Api.post(token, COMMUNITY, Api.JSON, Api.events(Api.event("own-1", "known"), Api.event("own-2", "gone")))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("refused[0].problem.type", equalTo("/problems/foreign-member"));
    }

    @Test
    void refusesMalformedBodiesWithTheirPosition() {
        Api.post(COMMUNITY, Api.JSON, "{\"events\":[\n{\"id\":}]}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-body"))
                .body("errors[0].pointer", equalTo("/events/0/id"))
                .body("detail", containsString("line 2, column 7"));
        Api.post(COMMUNITY, Api.JSON, "").then().statusCode(400);
        Api.post(COMMUNITY, Api.JSON, "{\"event\":[]}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/event"));
        Api.post(COMMUNITY, Api.CLOUD_EVENTS, "{}").then().statusCode(400);
        Api.post(COMMUNITY, Api.LINES, "\n\n").then().statusCode(422).body("type", equalTo("/problems/no-events"));
    }

    @Test
    void refusesNoEventsTooManyAndTooLarge() {
        Api.post(COMMUNITY, Api.JSON, "{\"events\":[]}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/no-events"));
        Api.post(COMMUNITY, Api.JSON, Api.events("too-many-", 1_001))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/too-many-events"));
        Api.post(COMMUNITY, Api.JSON, " ".repeat(1_048_577))
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/body-too-large"));
        Api.post(COMMUNITY, "text/csv", "id,kind").then().statusCode(415);
    }

    @Test
    void letsInOnlyWhoMayAndTellsOthersNothing() {
        given().contentType(Api.JSON)
                .body(Api.events(Api.event("x", "y")))
                .post("/communities/" + COMMUNITY + "/events")
                .then()
                .statusCode(401);
        String body = Api.events(Api.event("x", "y"));
        Api.post(TestTokens.with("elsewhere", "events:write"), COMMUNITY, Api.JSON, body)
                .then()
                .statusCode(403);
        Api.post(TestTokens.with(COMMUNITY, "kinds:read"), COMMUNITY, Api.JSON, body)
                .then()
                .statusCode(403);
        Api.post("no-such-community", Api.JSON, body)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-community"));
    }

    private static List<Streams.Read> recorded(String prefix) {
        return Streams.eventsOf(COMMUNITY).stream()
                .filter(read -> read.event().id().startsWith(prefix))
                .toList();
    }
}
