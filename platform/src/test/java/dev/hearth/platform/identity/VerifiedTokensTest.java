package dev.hearth.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-03-08T09:30:00Z");
    private static final SecurityIdentity ADA = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("ada"))
            .build();

    private final SettableClock clock = new SettableClock();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void forgetsATokenWhenItExpires() {
        tokens.keep("token", ADA, START.getEpochSecond() + 10);
        clock.now = START.plusMillis(9_999);
        assertThat(tokens.find("token")).isSameAs(ADA);
        clock.now = START.plusSeconds(10);
        assertThat(tokens.find("token")).isNull();
        assertThat(tokens.size()).isZero();
    }

    @Test
    void verifiesATokenAnewEveryMinute() {
        tokens.keep("token", ADA, START.plus(Duration.ofHours(12)).getEpochSecond());
        clock.now = START.plusSeconds(59);
        assertThat(tokens.find("token")).isSameAs(ADA);
        clock.now = START.plusSeconds(60);
        assertThat(tokens.find("token")).isNull();
    }

    @Test
    void neverTakesOneTokenForAnother() {
        tokens.keep("token", ADA, START.getEpochSecond() + 10);
        assertThat(tokens.find("tokeN")).isNull();
    }

    @Test
    void isBounded() {
        for (int i = 0; i <= VerifiedTokens.MAX; i++) {
            tokens.keep("token-" + i, ADA, START.getEpochSecond() + 10);
        }
        assertThat(tokens.size()).isLessThanOrEqualTo(VerifiedTokens.MAX);
        assertThat(tokens.find("token-" + VerifiedTokens.MAX)).isSameAs(ADA);
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
