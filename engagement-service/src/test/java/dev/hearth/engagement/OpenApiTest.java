package dev.hearth.engagement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.openapi.OpenApiRunner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class OpenApiTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void doesWhatItsDescriptionSays() {
        Streams.putCommunity("acme", "Europe/Berlin");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> RestAssured.given()
                        .auth()
                        .oauth2(TestTokens.all())
                        .get("/communities/acme/event-kinds")
                        .then()
                        .statusCode(200));
        assertThat(OpenApiRunner.run(service, TestTokens.all())).hasSizeGreaterThanOrEqualTo(6);
    }
}
