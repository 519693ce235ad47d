package dev.hearth.analytics.churn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChurnRiskResourceTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;
    private LocalDate today = LocalDate.EPOCH;

    @BeforeAll
    void play() {
        world = new World(service);
        today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        world.community("churning");
        world.member("churning", "planted", 0, Set.of(), true);
        for (int ago = 0; ago < 60; ago++) {
            world.act("churning", "ada", null, "message.posted", today.minusDays(ago));
            if (ago > 19) {
                world.act("churning", "bob", null, "message.posted", today.minusDays(ago));
                world.act("churning", "planted", null, "message.posted", today.minusDays(ago));
            }
        }
        world.act("churning", "old", null, "message.posted", today.minusDays(100));
        world.settle("churning");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void tellsWhoIsLikelyToStayAwayAndWhy() {
        JsonPath bob = world.get("/communities/churning/members/bob/churn-risk");
        assertThat(bob.getString("band")).isEqualTo("HIGH");
        assertThat(bob.getString("lastActiveDay")).isEqualTo(today.minusDays(20).toString());
        // 0.45 for 20 days at a gap of one; 0.25 · (1 − 8 / 28); 0.1 for the run of 40 days.
        assertThat(bob.getFloat("risk")).isEqualTo(0.729f);
        assertThat(bob.getList("reasons.sign")).isEqualTo(List.of("SILENCE", "FALLING_FREQUENCY", "BROKEN_STREAK"));
        assertThat(world.get("/communities/churning/members/ada/churn-risk").getString("band"))
                .isEqualTo("LOW");
    }

    @Test
    void ranksMembersWithoutPlantedOnesByPages() {
        String risks = "/communities/churning/churn-risks";
        assertThat(world.get(risks).getList("items.memberId")).isEqualTo(List.of("bob", "ada"));
        assertThat(world.get(risks + "?minRisk=0.5").getList("items.memberId")).isEqualTo(List.of("bob"));
        assertThat(world.get(risks + "?minRisk=0.5").getInt("total")).isEqualTo(1);
        JsonPath first = world.get(risks + "?limit=1");
        assertThat(first.getInt("total")).isEqualTo(2);
        assertThat(first.getList("items.memberId")).isEqualTo(List.of("bob"));
        JsonPath second = world.get(risks + "?limit=1&cursor=" + first.getString("next"));
        assertThat(second.getList("items.memberId")).isEqualTo(List.of("ada"));
        assertThat(second.getString("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/churn-risks                     | 404 | unknown-community  |
            churning/churn-risks?minRisk=2          | 400 | invalid-parameter  | ?minRisk
            churning/churn-risks?minRisk=much       | 400 | invalid-parameter  | ?minRisk
            churning/churn-risks?minRisk=NaN        | 400 | invalid-parameter  | ?minRisk
            churning/churn-risks?cursor=YQ          | 400 | invalid-parameter  | ?cursor
            churning/churn-risks?limit=201          | 400 | invalid-parameter  | ?limit
            churning/members/old/churn-risk         | 404 | no-recent-activity | {member}
            churning/members/nobody/churn-risk      | 404 | no-recent-activity | {member}
            """)
    void refusesWhatCannotBeAnswered(String question, int status, String type, String pointer) {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/" + question)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
