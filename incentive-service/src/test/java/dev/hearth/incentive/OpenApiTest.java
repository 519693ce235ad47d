package dev.hearth.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.draw.DrawExamples;
import dev.hearth.incentive.member.Members;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.openapi.OpenApiRunner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class OpenApiTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Inject
    Members members;

    @Inject
    Pool database;

    @Test
    void doesWhatItsDescriptionSays() {
        try (Streams streams = new Streams()) {
            streams.community("acme");
            streams.member("acme", "ada");
            streams.member("acme", "bob");
        }
        Api.await(() -> Api.all().get("/communities/acme/currencies").statusCode() == 200);

        Api.await(() -> members.find("acme", "ada").isPresent());
        Api.await(() -> members.find("acme", "bob").isPresent());

        // What the first example of an operation needs, whose path comes before those of currencies.
        Api.all()
                .put("/communities/acme/currencies/points", "{\"name\":\"Points\"}")
                .then()
                .statusCode(201);

        DrawExamples.prepare(Api.all(), database);

        assertThat(OpenApiRunner.run(service, TestTokens.all(), second())).hasSizeGreaterThanOrEqualTo(14);
    }

    private static String second() {
        return TestTokens.token(TokenRequest.forSubject("second")
                .community(TokenRequest.EVERYWHERE)
                .scopes(String.join(" ", TokenRequest.ALL_SCOPES)));
    }
}
