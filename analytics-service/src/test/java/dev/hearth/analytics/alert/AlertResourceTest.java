package dev.hearth.analytics.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.signal.ChurnLevel;
import dev.hearth.contract.signal.ChurnRisk;
import dev.hearth.contract.signal.GroupCold;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AnalyticsStack
class AlertResourceTest {
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void whatWasToldIsListedNewestFirstAndOnce() {
        try (World world = new World(service)) {
            world.community("told");
            world.settle("told");
            world.send(cold("told", "hills", noon.minusSeconds(30)));
            world.send(risk("told", "ada", noon.minusSeconds(20)));
            world.send(risk("told", "ada", noon.minusSeconds(20)));
            world.send(risk("told", "bob", noon.minusSeconds(10)));
            world.send(risk("elsewhere", "eve", noon));
            World.eventually(() -> ids(world, "").size() == 3);

            assertThat(ids(world, "")).containsExactly("risk/bob", "risk/ada", "cold/hills");
            assertThat(ids(world, "?kind=signal.group-cold")).containsExactly("cold/hills");
            assertThat(ids(world, "?kind=signal.group-flooded")).isEmpty();
            JsonPath first = world.get("/communities/told/alerts?limit=2");
            assertThat(first.getString("items[0].detail.memberId")).isEqualTo("bob");
            assertThat(first.getString("items[0].kind")).isEqualTo("signal.churn-risk");
            JsonPath rest = world.get("/communities/told/alerts?limit=2&cursor=" + first.getString("next"));
            assertThat(rest.getList("items.id")).containsExactly("cold/hills");
            assertThat(rest.getString("next")).isNull();
        }
    }

    @Test
    void aPulseTellsThatThereIsAnother() throws Exception {
        try (World world = new World(service);
                HttpClient client = HttpClient.newHttpClient()) {
            world.community("pulse");
            world.act("pulse", "ada", null, "message.posted", LocalDate.parse("2026-03-14"));
            world.settle("pulse");
            HttpRequest ask = HttpRequest.newBuilder(service.resolve("/communities/pulse/live"))
                    .header("Authorization", "Bearer " + TestTokens.all())
                    .build();
            var answer = client.send(ask, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                String said = Objects.requireNonNull(lines.readLine());
                assertThat(said).startsWith("data:").doesNotContain("latestAlert");
                world.send(cold("pulse", "hills", noon));
                while (!said.contains("\"latestAlert\":\"cold/hills\"")) {
                    said = Objects.requireNonNull(lines.readLine());
                }
                assertThat(said).contains("\"acts\":1,");
            }
        }
    }

    @Test
    void refusesWhatIsNoKindAndWhoMayNotLook() {
        try (World world = new World(service)) {
            world.community("strict");
            world.settle("strict");
        }
        var _ = refused("strict", "?kind=%20", TestTokens.all(), 400).body("errors[0].pointer", equalTo("?kind"));
        var _ = refused("no-such-place", "", TestTokens.all(), 404);
        var _ = refused("strict", "", TestTokens.with("other", "analytics:read"), 403);
    }

    @Test
    void manyOfOneKindDoNotPushOutAnotherAndTheOldestGoFirst() {
        Alerts alerts = new Alerts();
        alerts.take("c", alert("cold", "signal.group-cold", noon.minus(Duration.ofDays(9))));
        for (int member = 0; member < 2 * Alerts.MOST; member++) {
            alerts.take("c", alert("risk-" + member, "signal.churn-risk", noon.plusSeconds(member)));
        }
        assertThat(alerts.newestFirst("c", Set.of("signal.churn-risk")).map(Alert::id))
                .hasSize(Alerts.MOST)
                .startsWith("risk-" + (2 * Alerts.MOST - 1))
                .endsWith("risk-" + Alerts.MOST);
        assertThat(alerts.newestFirst("c", Set.of()).map(Alert::id)).endsWith("cold");
        assertThat(alerts.latest("c")).contains("risk-" + (2 * Alerts.MOST - 1));
        assertThat(alerts.latest("nobody")).isEmpty();
    }

    @Test
    void whatIsToldAgainLaterIsTheSameAlert() {
        Alerts alerts = new Alerts();
        alerts.take("c", alert("behind", "signal.goal-status-changed", noon));
        alerts.take("c", alert("behind", "signal.goal-status-changed", noon.plusSeconds(60)));
        assertThat(alerts.newestFirst("c", Set.of()).map(Alert::at)).containsExactly(noon);
    }

    private static ValidatableResponse refused(String community, String query, String token, int status) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get("/communities/" + community + "/alerts" + query)
                .then()
                .statusCode(status);
    }

    private static List<String> ids(World world, String query) {
        return world.get("/communities/told/alerts" + query).getList("items.id");
    }

    private static Alert alert(String id, String kind, Instant at) {
        return new Alert(id, kind, at, NullNode.getInstance());
    }

    private static CloudEvent cold(String community, String group, Instant at) {
        Instant from = at.minus(Duration.ofHours(3));
        GroupCold payload =
                new GroupCold(group, group + "/COLD/" + at, from, at, 3, 0, BigDecimal.TEN, 4, 16, 8, null, "ada");
        return events(at).of("cold/" + group, community, Topics.groupKey(community, group), null, 0, payload);
    }

    private static CloudEvent risk(String community, String member, Instant at) {
        ChurnRisk payload = new ChurnRisk(
                member,
                ChurnLevel.HIGH,
                ChurnLevel.LOW,
                new BigDecimal("0.700"),
                LocalDate.parse("2026-03-14"),
                List.of());
        return events(at).of("risk/" + member, community, Topics.memberKey(community, member), null, 0, payload);
    }

    private static Events events(Instant at) {
        return new Events("analytics-service", Clock.fixed(at, ZoneOffset.UTC));
    }
}
