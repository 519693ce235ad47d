package dev.hearth.analytics.goal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoalResourceTest {
    private static final String GOALS = "/communities/aim/goals/";
    private static final LocalDate DAY = LocalDate.parse("2026-03-03");

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("aim");
        world.group("aim", "east");
        world.group("aim", "west");
        world.act("aim", "ann", "east", "message.posted", DAY);
        world.act("aim", "ann", "west", "message.posted", DAY);
        world.act("aim", "bob", "west", "message.posted", DAY.plusDays(1));
        world.settle("aim");
        put("company", goal("\"name\":\"All\",\"metric\":\"ACTIVE_MEMBERS\",\"measuredBy\":\"CHILDREN\",\"target\":4"));
        put(
                "east",
                goal(
                        "\"name\":\"East\",\"metric\":\"ACTIVE_MEMBERS\",\"group\":\"east\",\"target\":1,\"parent\":\"company\""));
        put(
                "west",
                goal(
                        "\"name\":\"West\",\"metric\":\"ACTIVE_MEMBERS\",\"group\":\"west\",\"target\":5,\"parent\":\"company\""));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void goalsStandAsATreeWithWhatIsThere() {
        var tree = world.get("/communities/aim/goals");
        assertThat(tree.getList("items.id")).isEqualTo(List.of("company", "east", "west"));
        // Whoever is active in two groups counts for each of them.
        assertThat(tree.getList("items.value")).isEqualTo(List.of(3, 1, 2));
        assertThat(tree.getList("items.status")).isEqualTo(List.of("MISSED", "REACHED", "MISSED"));
    }

    @Test
    void whoCountsForAGoalIsListedAsActive() {
        var west = world.get(GOALS + "west");
        assertThat(world.get("/communities/aim/active-members/members?group=west&from=" + west.getString("start")
                                + "&to=" + west.getString("end"))
                        .getInt("total"))
                .isEqualTo(west.getInt("value"));
    }

    @Test
    void oneGoalTellsItsCourseBesideItsPlan() {
        var west = world.get(GOALS + "west/course");
        assertThat(west.getList("items.value").subList(0, 4)).isEqualTo(List.of(0, 1, 2, 2));
        assertThat(west.getList("items.planned").subList(0, 2)).isEqualTo(List.of(0.5f, 1.0f));
        assertThat(west.getList("items")).hasSize(10);
    }

    @Test
    void anEditNeedsItsTagAndWhatIsGivenUpIsGone() {
        String body = goal("\"name\":\"Passing\",\"metric\":\"EVENTS\",\"target\":1");
        put("passing", body);
        as("analytics:write").body(body).put(GOALS + "passing").then().statusCode(200);
        as("analytics:write")
                .body(goal("\"name\":\"Other\",\"metric\":\"EVENTS\",\"target\":1"))
                .put(GOALS + "passing")
                .then()
                .statusCode(428);
        as("analytics:read").delete(GOALS + "passing").then().statusCode(403);
        as("analytics:write")
                .header("If-Match", "\"1\"")
                .delete(GOALS + "passing")
                .then()
                .statusCode(204);
        as("analytics:read").get(GOALS + "passing").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "metric":"EVENTS","target":1                                                 | /name
            "name":"x","target":1                                                        | /metric
            "name":"x","metric":"EVENTS"                                                 | /target
            "name":"x","metric":"EVENTS","target":0                                      | /target
            "name":"x","metric":"AMOUNT","target":1                                      | /kinds
            "name":"x","metric":"EVENTS","target":1,"group":"nowhere"                    | /group
            "name":"x","metric":"EVENTS","target":1,"parent":"bad"                       | /parent
            "name":"x","metric":"EVENTS","target":1,"tolerancePercent":51                | /tolerancePercent
            "name":"x","metric":"EVENTS","target":1,"measuredBy":"CHILDREN","group":"east" | /group
            """)
    void whatIsWrongIsNamed(String said, String pointer) {
        as("analytics:write")
                .body(goal(said))
                .put(GOALS + "bad")
                .then()
                .statusCode(422)
                .body(containsString(pointer));
    }

    @Test
    void daysThatEndBeforeTheyBeginAreRefused() {
        as("analytics:write")
                .body(
                        "{\"name\":\"x\",\"metric\":\"EVENTS\",\"target\":1,\"start\":\"2026-03-02\",\"end\":\"2026-03-01\"}")
                .put(GOALS + "bad")
                .then()
                .statusCode(422)
                .body(containsString("/end"));
    }

    private void put(String goal, String body) {
        Response answer = as("analytics:write").body(body).put(GOALS + goal);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private static String goal(String said) {
        return "{\"start\":\"2026-03-02\",\"end\":\"2026-03-11\"," + said + "}";
    }

    private RequestSpecification as(String scope) {
        return given().baseUri(service.toString())
                .header("Authorization", "Bearer " + TestTokens.with("aim", scope))
                .contentType("application/json");
    }
}
