package dev.hearth.analytics.points;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AnalyticsStack
class PointsResourceTest {
    private static final String ENTRY = "019a9c6e-3f00-7000-8000-000000000001";

    @TestHTTPResource("/")
    URI service = URI.create("/");

    @BeforeEach
    void begin() {
        try (World world = new World(service)) {
            world.community("acme");
            world.settle("acme");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/communities/acme/members/ada/balances, balances",
        "/communities/acme/members/ada/entries?currency=points, entries",
        "/communities/acme/budgets?status=ACTIVE, budgets"
    })
    void answersListsAsIncentiveServiceDoes(String path, String recorded) {
        assertThat(get(TestTokens.with("acme", "incentives:read"), path)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getMap(""))
                .isEqualTo(JsonPath.from(StandIn.recorded(recorded)).getMap(""));
    }

    @Test
    void tellsOfAnEntryWhatIsSaidInWords() {
        JsonPath told = get(TestTokens.all(), "/communities/acme/entries/" + ENTRY + "/why")
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath recorded = JsonPath.from(StandIn.recorded("why"));

        for (String part : new String[] {"type", "localDate", "occurredAt", "computation", "campaign", "event"}) {
            assertThat(told.<Object>get(part)).as(part).isNotNull().isEqualTo(recorded.get(part));
        }
        assertThat(told.getMap("rule"))
                .isEqualTo(Map.of(
                        "rule",
                        "message-points",
                        "version",
                        2,
                        "kinds",
                        recorded.getList("rule.kinds"),
                        "condition",
                        "event.hour >= 8",
                        "currency",
                        "points",
                        "amount",
                        10));
    }

    @Test
    void asksInTheNameOfWhoeverIsSignedIn() {
        String token = TestTokens.with("acme", "analytics:read incentives:read");
        given().cookie("hearth-session", token)
                .header("Sec-Fetch-Site", "same-origin")
                .get("/communities/acme/members/ada/balances")
                .then()
                .statusCode(200);
        given().cookie("hearth-session", token)
                .header("Sec-Fetch-Site", "cross-site")
                .get("/communities/acme/members/ada/balances")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/communities/acme/members/ada/balances",
                "/communities/acme/members/ada/entries",
                "/communities/acme/budgets",
                "/communities/acme/entries/" + ENTRY + "/why"
            })
    void whoeverMayNotAskIsRefusedBeforeAnybodyIsAsked(String path) {
        // The stand-in would answer each of them.
        get(TestTokens.with("acme", "analytics:read"), path)
                .statusCode(403)
                .body("detail", containsString("incentives:read"));
        get(TestTokens.with("other", "incentives:read"), path)
                .statusCode(403)
                .body("detail", containsString("communities"));
        get(TestTokens.member("acme", "ada", "incentives:read"), path)
                .statusCode(403)
                .body("detail", containsString("member's token"));
        given().get(path).then().statusCode(401);
        assertThat(given().auth().oauth2(TestTokens.all()).post(path).statusCode())
                .as("nothing is passed on but what is read")
                .isIn(404, 405);
    }

    @Test
    void aFaultOfTheOtherIsAProblemHere() {
        var _ = problem("starting", 503, "/problems/incentives-away").header("Retry-After", "1");
        var _ = problem("broken", 502, "/problems/incentives-failed");
        var _ = problem("stranger", 502, "/problems/incentives-mistrust");
        var _ = problem("secret", 403, "/problems/forbidden");
        var _ = problem("unknown", 404, "/problems/not-found");
        var _ = problem("bad-cursor", 400, "/problems/invalid-parameter");
        var _ = get(TestTokens.all(), "/communities/acme/members/ada/entries?limit=201")
                .statusCode(400);
        var _ = get(TestTokens.all(), "/communities/acme/members/ada/entries?currency=%20")
                .statusCode(400);
        var _ = get(TestTokens.all(), "/communities/acme/budgets?status=OPEN").statusCode(400);
    }

    @Test
    void aListIsHadAsCsvToo() {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/acme/budgets?format=csv")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("spring,Spring,ACTIVE,"));
    }

    private static ValidatableResponse problem(String member, int status, String type) {
        return get(TestTokens.all(), "/communities/acme/members/" + member + "/balances")
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo(type));
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }
}
