package dev.hearth.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.openapi.OpenApiRunner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MemberStack
class OpenApiTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void doesWhatItsDescriptionSays() {
        assertThat(OpenApiRunner.run(service, TestTokens.all())).hasSizeGreaterThanOrEqualTo(15);
    }
}
