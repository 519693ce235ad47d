package dev.hearth.engagement;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/** The packaged service: a community declares a kind, its members act, a data team reads. */
@QuarkusIntegrationTest
@Servers
class IngestJourneyIT {
    private static final String COMMUNITY = "journey";

    @Test
    void eventsOfADeclaredKindReachTheStream() {
        Streams.putCommunity(COMMUNITY, "Asia/Shanghai");
        Streams.putMember(COMMUNITY, "ada", MemberStatus.ACTIVE, 1);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> given().auth()
                        .oauth2(TestTokens.all())
                        .get("/communities/" + COMMUNITY + "/event-kinds")
                        .then()
                        .statusCode(200));
        Api.putKind(
                        COMMUNITY,
                        "recipe.shared",
                        "{\"description\":\"Shared a recipe\",\"schema\":{\"required\":[\"title\"]}}")
                .then()
                .statusCode(201);
        String good = Api.event("r-1", "ada")
                .replace("message.posted", "recipe.shared")
                .replace("}", ",\"properties\":{\"title\":\"Soup\"}}");
        String bad = Api.event("r-2", "ada").replace("message.posted", "recipe.shared");
        Api.post(COMMUNITY, Api.JSON, Api.events(good, bad))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("refused[0].problem.type", equalTo("/problems/properties-refused"));
        assertThat(Streams.eventsOf(COMMUNITY)).singleElement().satisfies(read -> {
            assertThat(read.event().id()).isEqualTo("r-1");
            assertThat(read.payload().zone()).isEqualTo("Asia/Shanghai");
            assertThat(read.payload().properties()).containsEntry("title", "Soup");
        });
    }
}
