package dev.hearth.incentive.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.contract.incentive.ResponsibilityDecided;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class CaseResourceTest {
    private static final String POINTS = "{\"points\": 101, \"currency\": \"points\"}";
    private static final String EARLY = ", \"report\": {\"by\": \"pia\", \"at\": \"2026-03-02T09:59:59Z\"}";
    private static final String LATE = ", \"report\": {\"by\": \"pia\", \"at\": \"2026-03-02T10:00:00Z\"}";

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";

    @BeforeEach
    void begin() {
        community = api.community(streams);
        for (String member : new String[] {"mia", "leo", "pia"}) {
            streams.member(community, member);
        }
        rule("{\"name\": \"Who answers\"}").then().statusCode(201).body("manager", equalTo(40));
        Api.await(() -> tell(POINTS, "", Api.fresh("warm")).statusCode() == 201);
    }

    @AfterEach
    void end() {
        api.assertSound(community);
        streams.close();
    }

    @Test
    void splitsAPenaltyToTheUnitAndOwesWhatIsNotThere() {
        tell(POINTS, LATE, "k1")
                .then()
                .statusCode(201)
                .body("ruleVersion", equalTo(1))
                .body("exempt", equalTo(false))
                .body("charged", equalTo(101))
                .body("parts.find { it.role == 'MANAGER' }.share", equalTo(41))
                .body("parts.find { it.role == 'LEAD' }.share", equalTo(30))
                .body("parts.find { it.role == 'PERSON' }.share", equalTo(30))
                .body("transaction", notNullValue());
        tell(POINTS, LATE, "k1").then().statusCode(201).header("Idempotency-Replayed", "true");

        assertThat(owed("mia")).isEqualTo(82);
        assertThat(owed("leo")).isEqualTo(60);
    }

    @Test
    void aReportBeforeTheDiscoveryWaivesTheManagersShareAndShowsWhatWasCompared() {
        String id = tell(POINTS, EARLY, "k1")
                .then()
                .statusCode(201)
                .body("exempt", equalTo(true))
                .body("charged", equalTo(60))
                .body("parts.find { it.role == 'MANAGER' }.share", equalTo(41))
                .body("parts.find { it.role == 'MANAGER' }.charged", equalTo(0))
                .extract()
                .path("responsibilityCase");

        api.get(path("/responsibility-cases/" + id))
                .then()
                .statusCode(200)
                .body("rule", equalTo("default"))
                .body("ruleVersion", equalTo(1))
                .body("discoverySource", equalTo("MEMBER_COMPLAINT"))
                .body("discoveredAt", equalTo("2026-03-02T10:00:00Z"))
                .body("reportedAt", equalTo("2026-03-02T09:59:59Z"))
                .body("reportedBy", equalTo("pia"))
                .body("reversal", nullValue());
        assertThat(owed("mia")).isEqualTo(41);
        assertThat(owed("pia")).isEqualTo(60);
    }

    @Test
    void anAppealGivesEverythingBackOnce() {
        long before = owed("mia");
        String id = tell(POINTS, LATE, "k1").path("responsibilityCase");
        String reversals = path("/responsibility-cases/" + id + "/reversals");
        api.post(reversals, "{\"reason\": \"the clock was wrong\"}", "k2")
                .then()
                .statusCode(201)
                .body("reversal.reason", equalTo("the clock was wrong"))
                .body("reversal.transaction", notNullValue());
        api.post(reversals, "{\"reason\": \"again\"}", "k3")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-reversed"));

        assertThat(owed("mia")).isEqualTo(before);
        assertThat(streams.read(Topics.INCENTIVE, 2, event -> isDecision(event, id)))
                .hasSize(2);
    }

    @Test
    void moneyIsRecordedAndMovesNoPoints() {
        long before = owed("mia");
        String id = tell("{\"money\": 9999, \"currency\": \"CNY\"}", "", "k1")
                .then()
                .statusCode(201)
                .body("penaltyOf", equalTo("MONEY"))
                .body("parts.share.sum()", equalTo(9_999))
                .body("transaction", nullValue())
                .extract()
                .path("responsibilityCase");
        assertThat(owed("mia")).isEqualTo(before);
        api.post(path("/responsibility-cases/" + id + "/reversals"), "{\"reason\": \"not so\"}", "k2")
                .then()
                .statusCode(201)
                .body("reversal.transaction", nullValue());
    }

    /** The database keeps microseconds: what is decided must be what it can check. */
    @Test
    void aReportWithinTheSameMicrosecondIsNoEarlierOne() {
        String nanos = ", \"report\": {\"by\": \"pia\", \"at\": \"2026-03-02T10:00:00.000000000Z\"}";
        String told = body(POINTS, nanos).replace("10:00:00Z", "10:00:00.000000900Z");
        api.post(path("/responsibility-cases"), told, "k1")
                .then()
                .statusCode(201)
                .body("exempt", equalTo(false));
        api.post(
                        path("/responsibility-cases"),
                        told.replace("\"2026-03-02T10:00:00.000000000Z", "\"+1000000-01-01T00:00:00Z"),
                        "k2")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/report/at"));
    }

    @Test
    void aDecisionGoesByTheVersionThatIsInForce() {
        api.put(
                        path("/responsibility-rules/default"),
                        "{\"name\": \"New\", \"manager\": 50, \"lead\": 25, \"person\": 25}",
                        1)
                .then()
                .statusCode(200);
        tell(POINTS, "", "k1")
                .then()
                .body("ruleVersion", equalTo(2))
                .body("parts.find { it.role == 'MANAGER' }.percent", equalTo(50));
        api.get(path("/responsibility-rules/default/versions")).then().body("items", hasSize(2));
    }

    @Test
    void refusesWhatMakesNoSense() {
        rule("{\"name\": \"x\", \"manager\": 41}", "other")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/shares-not-whole"));
        tell("{\"points\": 1, \"money\": 1, \"currency\": \"points\"}", "", "k1")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/penalty"));
        tell("{\"points\": 5, \"currency\": \"gold\"}", "", "k2")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-currency"));
        api.post(path("/responsibility-cases"), body(POINTS, "").replace("\"leo\"", "\"nobody\""), "k3")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lead"));
        api.post(path("/responsibility-cases"), body(POINTS, "").replace("\"default\"", "\"none\""), "k4")
                .then()
                .statusCode(404);
        api.get(path("/responsibility-cases/none")).then().statusCode(404);
    }

    private static boolean isDecision(CloudEvent event, String id) {
        return event.type().equals("dev.hearth.incentive.responsibility-decided.v1")
                && dev.hearth.platform.event.ContractJson.read(
                                java.util.Objects.requireNonNull(event.data()), ResponsibilityDecided.class)
                        .decision()
                        .equals(id);
    }

    private long owed(String member) {
        return api.get(path("/members/" + member + "/balances")).jsonPath().getLong("items[0].owed");
    }

    private Response rule(String body) {
        return rule(body, "default");
    }

    private Response rule(String body, String id) {
        return api.put(path("/responsibility-rules/" + id), body);
    }

    private Response tell(String penalty, String report, String key) {
        return api.post(path("/responsibility-cases"), body(penalty, report), key);
    }

    private static String body(String penalty, String report) {
        return "{\"incident\": \"incident-7\", \"rule\": \"default\", \"penalty\": " + penalty
                + ", \"manager\": \"mia\", \"lead\": \"leo\", \"person\": \"pia\", \"discovery\":"
                + " {\"source\": \"MEMBER_COMPLAINT\", \"at\": \"2026-03-02T10:00:00Z\"}" + report + "}";
    }

    private String path(String below) {
        return "/communities/" + community + below;
    }
}
