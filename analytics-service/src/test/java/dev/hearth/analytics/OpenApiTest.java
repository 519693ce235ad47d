package dev.hearth.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.openapi.OpenApiRunner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AnalyticsStack
class OpenApiTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void doesWhatItsDescriptionSays() {
        try (World world = new World(service)) {
            world.community("acme");
            world.group("acme", "runners");
            // What is asked about lately needs acts of lately.
            world.act("acme", "ann", null, "app.visited", LocalDate.now(ZoneOffset.UTC));
            world.act("acme", "ann", null, "message.posted", LocalDate.parse("2026-03-14"));
            world.settle("acme");
            assertThat(OpenApiRunner.run(service, TestTokens.all())).hasSizeGreaterThanOrEqualTo(3);
        }
    }
}
