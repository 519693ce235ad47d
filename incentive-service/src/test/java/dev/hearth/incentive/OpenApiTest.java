package dev.hearth.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.openapi.OpenApiRunner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class OpenApiTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void doesWhatItsDescriptionSays() {
        try (Streams streams = new Streams()) {
            streams.community("acme");
        }
        Api.await(() -> Api.all().get("/communities/acme/currencies").statusCode() == 200);

        assertThat(OpenApiRunner.run(service, TestTokens.all())).hasSizeGreaterThanOrEqualTo(14);
    }
}
