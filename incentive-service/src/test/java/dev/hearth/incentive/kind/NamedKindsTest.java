package dev.hearth.incentive.kind;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is saved may only name kinds of event that there are. */
@QuarkusTest
@IncentiveStack
class NamedKindsTest {
    private static final Duration MOMENT = Duration.ofMillis(200);

    @Inject
    Pool pool;

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
        base = "/communities/" + community;
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void refusesARuleThatNamesUnknownKindsWithTheirPlacesAndTheRemedy() {
        rule("bad", "[\"z.done\",\"message.posted\",\"a.done\"]", ",\"pending\":{\"onKind\":\"b.done\"}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/kind-not-known"))
                .body("errors.pointer", equalTo(List.of("/kinds/0", "/kinds/2", "/pending/onKind")))
                .body(
                        "errors[0].detail",
                        allOf(
                                containsString("is z.done"),
                                containsString("PUT " + base + "/event-kinds/z.done"),
                                containsString("engagement-service")));
        api.get(base + "/earning-rules/bad").then().statusCode(404);
    }

    @Test
    void refusesADraftAsWell() {
        rule("draft", "[\"z.done\"]", ",\"status\":\"DRAFT\"")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/kinds/0"));
    }

    @Test
    void acceptsWhatTheCommunityDeclaredAndNobodyElse() {
        streams.kinds(community, "recipe.shared");

        rule("shared", "[\"recipe.shared\"]", "").then().statusCode(201);

        base = "/communities/" + api.community(streams);
        rule("shared", "[\"recipe.shared\"]", "").then().statusCode(422);
    }

    @Test
    void acceptsStandardKindsAndFactsOfMembersAndSignals() {
        rule("known", "[\"check-in.made\",\"member.joined\",\"member.group-left\",\"signal.churn-risk\"]", "")
                .then()
                .statusCode(201);
        rule("vanished", "[\"member.vanished\"]", "").then().statusCode(422);
    }

    @Test
    void waitsForAKindThatWasDeclaredAMomentAgo() {
        Executor later = CompletableFuture.delayedExecutor(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> declared =
                CompletableFuture.runAsync(() -> streams.kinds(community, "recipe.tasted"), later);

        rule("tasted", "[\"recipe.tasted\"]", "").then().statusCode(201);

        declared.join();
    }

    @Test
    void retiresARuleWhoseKindWasNeverDeclared() {
        execute("insert into rule_book values ('" + community + "', 1)");
        execute("insert into definition (community, type, id, version, revision, status, terms, changed_at, changed_by)"
                + " values ('" + community + "', 'earning-rule', 'old', 1, 1, 'ACTIVE', '{\"kinds\":[\"z.done\"],"
                + "\"currency\":\"points\",\"amount\":2,\"caps\":[]}', now(), 't')");

        api.put(
                        base + "/earning-rules/old",
                        body("[\"z.done\"]", ",\"status\":\"ACTIVE\"").replace(":2", ":3"),
                        1)
                .then()
                .statusCode(422);
        api.put(base + "/earning-rules/old", body("[\"z.done\"]", ",\"status\":\"RETIRED\""), 1)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETIRED"));
    }

    @Test
    void refusesAChallengeThatNamesAnUnknownKind() {
        String challenge = "{\"title\":\"T\",\"measure\":\"COUNT\",\"kinds\":[\"message.posted\",\"z.done\"],"
                + "\"stages\":[{\"stage\":\"one\",\"target\":1,\"privilege\":\"tea-room\"}]}";

        api.put(base + "/challenges/talk", challenge)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/kind-not-known"))
                .body("errors[0].pointer", equalTo("/kinds/1"));

        streams.kinds(community, "z.done");
        api.put(base + "/challenges/talk", challenge).then().statusCode(201);
    }

    @Test
    void refusesACompensationWhoseExpectedEffectIsOfAnUnknownKind() {
        api.put(
                        base + "/compensations/outage",
                        "{\"incident\":\"i-1\",\"campaign\":\"goodwill\",\"currency\":\"points\",\"points\":20,"
                                + "\"expected\":{\"metric\":\"VALUE\",\"kind\":\"z.done\",\"value\":1,\"horizonDays\":3}}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/kind-not-known"))
                .body("errors[0].pointer", equalTo("/expected/kind"));
    }

    private void execute(String statement) {
        var _ = pool.query(statement).execute().await().atMost(Duration.ofSeconds(10));
    }

    private Response rule(String id, String kinds, String more) {
        return api.put(base + "/earning-rules/" + id, body(kinds, more));
    }

    private static String body(String kinds, String more) {
        return "{\"kinds\":" + kinds + ",\"currency\":\"points\",\"amount\":2" + more + "}";
    }
}
