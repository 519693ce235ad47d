package dev.hearth.analytics.influence;

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
class InfluenceResourceTest {
    private static final String INFLUENCES = "/communities/moved/influences";

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        LocalDate day = LocalDate.parse("2026-03-14");
        world.community("moved");
        world.member("moved", "planted", 0, Set.of(), true);
        world.respond("moved", "ada", "content.published", day, "guide");
        for (int i = 0; i < 6; i++) {
            world.respond("moved", "fan" + i, "reaction.added", day, "guide");
        }
        world.respond("moved", "planted", "reaction.added", day, "guide");
        world.respond("moved", "ada", "reaction.added", day, "guide");
        world.settle("moved");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void ranksMembersByLoveTimesReachWithoutPlantedOnes() {
        JsonPath ranked = world.get(INFLUENCES);
        assertThat(ranked.getList("items.memberId"))
                .isEqualTo(List.of("ada", "fan0", "fan1", "fan2", "fan3", "fan4", "fan5"));
        assertThat(ranked.getFloat("items[0].love")).isEqualTo(6f);
        assertThat(ranked.getInt("items[0].reach")).isEqualTo(6);
        assertThat(ranked.getFloat("items[0].gravity")).isEqualTo(36f);
        assertThat(ranked.getList("items[0].reasons")).isEqualTo(List.of("HEARD", "ENGAGED"));
        assertThat(ranked.getFloat("items[1].gravity")).isZero();
        assertThat(world.get(INFLUENCES + "?candidates=true").getList("items.memberId"))
                .isEqualTo(List.of("ada"));
    }

    @Test
    void goesOnBelowTheLastThatWasSeen() {
        JsonPath first = world.get(INFLUENCES + "?limit=3");
        JsonPath second = world.get(INFLUENCES + "?limit=200&cursor=" + first.getString("next"));
        assertThat(first.getList("items.memberId")).isEqualTo(List.of("ada", "fan0", "fan1"));
        assertThat(second.getList("items.memberId")).isEqualTo(List.of("fan2", "fan3", "fan4", "fan5"));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void isHadAsCsv() {
        String csv = given().auth()
                .oauth2(TestTokens.all())
                .get(INFLUENCES + "?format=csv&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).isEqualTo("memberId,love,reach,gravity,candidate,reasons\r\nada,6,6,36,true,HEARD ENGAGED\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/influences                  | 404 | unknown-community |
            moved/influences?candidates=perhaps | 400 | invalid-parameter | ?candidates
            moved/influences?cursor=YQ          | 400 | invalid-parameter | ?cursor
            moved/influences?limit=201          | 400 | invalid-parameter | ?limit
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
