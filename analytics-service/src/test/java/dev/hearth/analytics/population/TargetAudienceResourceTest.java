package dev.hearth.analytics.population;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
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
class TargetAudienceResourceTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("whose");
        world.member("whose", "ann", 3, Set.of("vip", "runner"), false);
        world.member("whose", "bob", 1, Set.of("vip"), false);
        world.member("whose", "cid", 5, Set.of(), false);
        world.member("whose", "bot", 3, Set.of("vip"), true);
        for (String member : new String[] {"ann", "bob", "cid", "bot", "stranger"}) {
            world.act("whose", member, null, "post", DAY);
        }
        world.settle("whose");
        World.eventually(() -> active("planted=ONLY") == 1 && active("minLevel=5") == 1);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period=DAY                          | 4
            planted=INCLUDED                    | 5
            planted=ONLY                        | 1
            tag=vip                             | 2
            tag=vip&planted=INCLUDED            | 3
            tag=vip&tag=runner                  | 1
            tag=unknown                         | 0
            minLevel=2                          | 2
            maxLevel=2                          | 1
            minLevel=2&maxLevel=4               | 1
            tag=vip&minLevel=3&planted=ONLY     | 1
            """)
    void countsWhoIsAskedFor(String question, int members) {
        assertThat(active(question)).isEqualTo(members);
        assertThat(world.get("/communities/whose/stickiness?from=2026-03-02&" + question)
                        .getInt("items[0].activeMembers"))
                .isEqualTo(members);
    }

    @Test
    void saysWhoseActsWereCounted() {
        var asked = world.get("/communities/whose/active-members?tag=vip&tag=runner&minLevel=2");
        assertThat(asked.getList("members.tags")).isEqualTo(java.util.List.of("runner", "vip"));
        assertThat(asked.getInt("members.minLevel")).isEqualTo(2);
        assertThat(asked.getString("members.maxLevel")).isNull();
        assertThat(asked.getString("members.planted")).isEqualTo("EXCLUDED");
        assertThat(asked.getString("members.audience")).isEqualTo("ALL");
    }

    @Test
    void followsWhatMembersBecome() {
        world.community("moving");
        world.member("moving", "ann", 1, Set.of(), false);
        world.act("moving", "ann", null, "post", DAY);
        world.settle("moving");
        assertThat(active("moving", "tag=vip")).isZero();
        world.member("moving", "ann", 1, Set.of("vip"), false);
        World.eventually(() -> active("moving", "tag=vip") == 1);
        world.member("moving", "ann", 1, Set.of("vip"), true);
        World.eventually(() -> active("moving", "tag=vip") == 0 && active("moving", "period=DAY") == 0);
    }

    @Test
    void countsTheTargetAudienceOnceItIsSaid() {
        world.community("aimed");
        world.member("aimed", "ann", 3, Set.of("vip"), false);
        world.member("aimed", "bob", 1, Set.of("vip"), false);
        world.act("aimed", "ann", null, "post", DAY);
        world.act("aimed", "bob", null, "post", DAY);
        world.settle("aimed");
        var _ = problem(
                caller().get("/communities/aimed/active-members?audience=TARGET")
                        .then(),
                404,
                "undefined-target-audience");
        var _ = problem(caller().get("/communities/aimed/target-audience").then(), 404, "unknown-setting");

        put("aimed", "{\"tags\": [\"vip\", \"vip\"]}", null).statusCode(201).header("ETag", equalTo("\"1\""));
        assertThat(active("aimed", "audience=TARGET")).isEqualTo(2);
        assertThat(active("aimed", "audience=TARGET&minLevel=2")).isEqualTo(1);

        put("aimed", "{\"tags\": [\"vip\"]}", null).statusCode(200).header("ETag", equalTo("\"1\""));
        var _ = problem(put("aimed", "{\"minLevel\": 2}", null), 428, "precondition-required");
        var _ = problem(put("aimed", "{\"minLevel\": 2}", "\"7\""), 412, "precondition-failed");
        put("aimed", "{\"minLevel\": 2}", "\"1\"")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("members", equalTo(1))
                .body("changedBy", equalTo("local"));
        assertThat(active("aimed", "audience=TARGET")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                   | ''
            {"minLevel": 5, "maxLevel": 4}       | /maxLevel
            {"minLevel": -1}                     | /minLevel
            {"maxLevel": 1001}                   | /maxLevel
            {"tags": ["vip", " "]}               | /tags/1
            """)
    void refusesAnAudienceThatIsNone(String body, String pointer) {
        var _ = problem(put("whose", body, null), 422, "invalid-field").body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag=%20                    | ?tag
            minLevel=-1                | ?minLevel
            minLevel=high              | ?minLevel
            maxLevel=1001              | ?maxLevel
            minLevel=5&maxLevel=4      | ?maxLevel
            audience=MINE              | ?audience
            planted=YES                | ?planted
            """)
    void refusesMembersThatCannotBe(String question, String pointer) {
        var _ = problem(
                        caller().urlEncodingEnabled(false)
                                .get("/communities/whose/active-members?" + question)
                                .then(),
                        400,
                        "invalid-parameter")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void isSaidOnlyByWhoMayWrite() {
        assertThat(given().auth()
                        .oauth2(TestTokens.with("whose", "analytics:read"))
                        .contentType("application/json")
                        .body("{\"minLevel\": 1}")
                        .put("/communities/whose/target-audience")
                        .statusCode())
                .isEqualTo(403);
    }

    private int active(String question) {
        return active("whose", question);
    }

    private int active(String community, String question) {
        return world.get("/communities/" + community + "/active-members?from=2026-03-02&to=2026-03-02&" + question)
                .getInt("items[0].activeMembers");
    }

    private static ValidatableResponse put(
            String community, String body, @org.jspecify.annotations.Nullable String ifMatch) {
        RequestSpecification request = caller().contentType("application/json").body(body);
        if (ifMatch != null) {
            var _ = request.header("If-Match", ifMatch);
        }
        return request.put("/communities/" + community + "/target-audience").then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }

    private static RequestSpecification caller() {
        return given().auth().oauth2(TestTokens.all());
    }
}
