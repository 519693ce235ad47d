package dev.hearth.engagement.kind;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.contract.engagement.EventKindState;
import dev.hearth.engagement.Api;
import dev.hearth.engagement.Servers;
import dev.hearth.engagement.Streams;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others hear of declared kinds. */
@QuarkusTest
@Servers
class KindEventsTest {
    private static final String COMMUNITY = "kind-events-test";
    private static final String DECLARED = "{\"description\":\"Shared a recipe\"}";

    @Inject
    Pool pool;

    @BeforeEach
    void knowsTheCommunity() {
        Streams.putCommunity(COMMUNITY, "UTC");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> given().auth()
                        .oauth2(TestTokens.all())
                        .get("/communities/" + COMMUNITY + "/event-kinds")
                        .then()
                        .statusCode(200));
    }

    @Test
    void tellTheWholeStateWithEveryDeclaration() {
        Api.putKind(COMMUNITY, "recipe.shared", DECLARED).then().statusCode(201);
        Api.putKind(COMMUNITY, "recipe.shared", DECLARED).then().statusCode(200);
        given().auth()
                .oauth2(TestTokens.all())
                .contentType(Api.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"description\":\"Gave a recipe away\"}")
                .put("/communities/" + COMMUNITY + "/event-kinds/recipe.shared")
                .then()
                .statusCode(200);

        EventKindState first = new EventKindState(COMMUNITY, "recipe.shared", "Shared a recipe", 1);
        EventKindState second = new EventKindState(COMMUNITY, "recipe.shared", "Gave a recipe away", 2);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(Streams.kindsOf(COMMUNITY, "recipe.shared"))
                        .extracting(Streams.ReadKind::payload)
                        .containsExactly(first, first, second));
        assertThat(Streams.kindsOf(COMMUNITY, "recipe.shared"))
                .extracting(read -> read.event().aggregateVersion())
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void tellNothingOfADeclarationThatFails() {
        // fails as late as can be, when all statements are done
        execute("""
                create or replace function doom() returns trigger language plpgsql as
                $$begin raise exception 'doomed'; end$$""");
        execute("""
                create constraint trigger doomed after insert on event_kind deferrable initially deferred
                for each row when (new.kind = 'recipe.doomed') execute function doom()""");
        try {
            assertThat(Api.putKind(COMMUNITY, "recipe.doomed", DECLARED).statusCode())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            execute("drop trigger doomed on event_kind");
        }
        assertThat(Api.putKind(COMMUNITY, "message.posted", DECLARED).statusCode())
                .isEqualTo(409);

        Api.putKind(COMMUNITY, "recipe.spared", DECLARED).then().statusCode(201);
        await().atMost(20, SECONDS)
                .untilAsserted(() ->
                        assertThat(Streams.kindsOf(COMMUNITY, "recipe.spared")).hasSize(1));
        assertThat(Streams.kindsOf(COMMUNITY, "recipe.doomed")).isEqualTo(List.of());
        assertThat(Streams.kindsOf(COMMUNITY, "message.posted")).isEqualTo(List.of());
    }

    private void execute(String statement) {
        var _ = pool.query(statement).execute().await().atMost(Duration.ofSeconds(10));
    }
}
