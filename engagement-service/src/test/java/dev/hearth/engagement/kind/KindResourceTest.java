package dev.hearth.engagement.kind;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.hearth.engagement.Api;
import dev.hearth.engagement.Servers;
import dev.hearth.engagement.Streams;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class KindResourceTest {
    private static final String COMMUNITY = "kinds-test";
    private static final String DECLARATION = """
            {"description":"Shared a recipe",
             "schema":{"type":"object","required":["title"],"properties":{"title":{"type":"string"}}}}""";

    @Inject
    Pool pool;

    @BeforeEach
    void knowsTheCommunity() {
        Streams.putCommunity(COMMUNITY, "UTC");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> get("/event-kinds/message.posted").statusCode(200));
    }

    @Test
    void aDeclaredKindIsInForceAtOnce() {
        post("recipe.tasted", "{}").statusCode(422).body("refused[0].problem.type", equalTo("/problems/unknown-kind"));
        Api.putKind(COMMUNITY, "recipe.tasted", DECLARATION)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/communities/" + COMMUNITY + "/event-kinds/recipe.tasted"))
                .header("ETag", "\"1\"")
                .body("kind", equalTo("recipe.tasted"))
                .body("standard", equalTo(false))
                .body("changedAt", notNullValue());
        post("recipe.tasted", "{\"title\":\"Soup\"}").statusCode(202);
        post("recipe.tasted", "{\"title\":7}")
                .statusCode(422)
                .body("refused[0].problem.type", equalTo("/problems/properties-refused"))
                .body("refused[0].problem.errors[0].pointer", equalTo("/events/0/properties/title"));
        get("/event-kinds/recipe.tasted").statusCode(200).body("schema.type", equalTo("object"));
    }

    @Test
    void changesNeedTheVersionThatWasRead() {
        Api.putKind(COMMUNITY, "recipe.rated", DECLARATION).then().statusCode(201);
        Api.putKind(COMMUNITY, "recipe.rated", DECLARATION)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        String other = "{\"description\":\"Rated a recipe\"}";
        Api.putKind(COMMUNITY, "recipe.rated", other).then().statusCode(428);
        putIfMatch("\"7\"", other).statusCode(412);
        putIfMatch("\"1\"", other).statusCode(200).header("ETag", "\"2\"");
        post("recipe.rated", "{\"title\":7}").statusCode(202);
    }

    @Test
    void refusesWhatCannotBeDeclared() {
        Api.putKind(COMMUNITY, "message.posted", DECLARATION)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/standard-kind"));
        Api.putKind(COMMUNITY, "recipe.bad", "{\"description\":\"x\",\"schema\":{\"type\":\"objekt\"}}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-schema"))
                .body("errors[0].pointer", startsWith("/schema/type"));
        Api.putKind(COMMUNITY, "recipe.bad", "{\"schema\":{}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/description"));
        Api.putKind(COMMUNITY, "recipe.bad", "{").then().statusCode(400);
        Api.putKind(COMMUNITY, "recipe bad", DECLARATION).then().statusCode(400);
        Api.putKind("no-such-community", "recipe.bad", DECLARATION).then().statusCode(404);
        get("/event-kinds/recipe.bad").statusCode(404);
    }

    @Test
    void listsStandardAndDeclaredKindsByName() {
        Api.putKind(COMMUNITY, "aaa.first", DECLARATION).then().statusCode(201);
        List<String> kinds = new ArrayList<>();
        String cursor = "";
        do {
            var page = get("/event-kinds?limit=10&cursor=" + cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            kinds.addAll(page.getList("items.kind", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(kinds).isSorted().doesNotHaveDuplicates().contains("aaa.first", "message.posted", "check-in.made");
    }

    @Test
    void takesInWhatAnotherReplicaDeclares() {
        var _ = pool.withTransaction(connection -> connection
                        .query("update event_kind_revision set revision = revision + 1")
                        .execute()
                        .chain(() -> connection
                                .query(
                                        "insert into event_kind select '" + COMMUNITY
                                                + "', 'recipe.elsewhere', 'x', '{}', 1, revision, now() from event_kind_revision")
                                .execute()))
                .subscribeAsCompletionStage()
                .join();
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> post("recipe.elsewhere", "{}").statusCode(202));
    }

    @Test
    void twoWhoDeclareAtOnceGetOneKind() throws InterruptedException {
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                statuses.add(Api.putKind(COMMUNITY, "recipe.raced", DECLARATION).statusCode());
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(statuses)
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
    }

    private static ValidatableResponse post(String kind, String properties) {
        String event = Api.event("k-1", "ada")
                .replace("message.posted", kind)
                .replace("}", ",\"properties\":" + properties + "}");
        return Api.post(COMMUNITY, Api.JSON, Api.events(event)).then();
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/" + COMMUNITY + path)
                .then();
    }

    private static ValidatableResponse putIfMatch(String tag, String body) {
        return given().auth()
                .oauth2(TestTokens.all())
                .contentType(Api.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/communities/" + COMMUNITY + "/event-kinds/recipe.rated")
                .then();
    }
}
