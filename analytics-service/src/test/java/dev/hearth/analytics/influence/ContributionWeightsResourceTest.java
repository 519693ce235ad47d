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
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContributionWeightsResourceTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void found() {
        world = new World(service);
        List.of("weighing", "usual", "careful", "refusing").forEach(world::community);
        world.settle("refusing");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void boardsOfContributionFollowTheWeightsOfTheirCommunityAtOnce() {
        LocalDate day = LocalDate.parse("2026-03-14");
        for (String community : List.of("weighing", "usual")) {
            world.act(community, "ada", null, "content.published", day);
            world.act(community, "bob", null, "message.posted", day);
            world.act(community, "bob", null, "puzzle.solved", day);
            world.settle(community);
        }
        String board = "/leaderboards?by=CONTRIBUTION";
        assertThat(places(world.get("/communities/weighing" + board))).isEqualTo(List.of("ada 5", "bob 1"));

        var _ = put("weighing", "{\"weights\": {\"puzzle.solved\": 7, \"content.published\": 2}}", null)
                .statusCode(201)
                .body("version", equalTo(1));
        assertThat(places(world.get("/communities/weighing" + board))).isEqualTo(List.of("bob 7", "ada 2"));
        assertThat(world.get("/communities/weighing/members/ada/rank?by=CONTRIBUTION")
                        .getInt("rank"))
                .isEqualTo(2);
        assertThat(places(world.get("/communities/usual" + board))).isEqualTo(List.of("ada 5", "bob 1"));
    }

    @Test
    void aChangeNeedsTheVersionThatWasReadAndTheSameAgainChangesNothing() {
        String said = "{\"weights\": {\"message.posted\": 3}}";
        var _ = put("careful", said, null).statusCode(201).header("ETag", "\"1\"");
        var _ = put("careful", said, null).statusCode(200).header("ETag", "\"1\"");
        String other = "{\"weights\": {\"message.posted\": 4}}";
        var _ = put("careful", other, null).statusCode(428);
        var _ = put("careful", other, "\"9\"").statusCode(412);
        var _ = put("careful", other, "\"1\"").statusCode(200).body("weights.'message.posted'", equalTo(4));
        var _ = given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/careful/contribution-weights")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {}                                        | /weights
            {"weights": {}}                           | /weights
            {"weights": {"message.posted": 0}}        | /weights
            {"weights": {"no kind": 1}}               | /weights
            {"weights": {"message.posted": -1}}       | /weights/message.posted
            {"weights": {"message.posted": 1001}}     | /weights/message.posted
            {"weights": {"message.posted": null}}     | /weights/message.posted
            """)
    void refusesWeightsThatMeanNothing(String body, String pointer) {
        var _ = put("refusing", body, null).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse put(String community, String body, @Nullable String ifMatch) {
        var request = given().auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/communities/" + community + "/contribution-weights")
                .then();
    }

    private static List<String> places(JsonPath board) {
        List<String> members = board.getList("items.memberId");
        List<Integer> scores = board.getList("items.score");
        return IntStream.range(0, members.size())
                .mapToObj(i -> members.get(i) + " " + scores.get(i))
                .toList();
    }
}
