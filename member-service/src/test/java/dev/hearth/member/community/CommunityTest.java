package dev.hearth.member.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.contract.member.JoinMode;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CommunityTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");
    private static final Charter OPEN = new Charter("Acme", "", "Europe/Berlin", JoinMode.OPEN);
    private static final Charter CLOSED = new Charter("Acme", "", "Europe/Berlin", JoinMode.APPROVAL);

    private final Community acme = Community.establish(new CommunityId("acme"), OPEN, MONDAY);

    @Test
    void changesItsCharterInANewVersion() {
        assertThat(acme.recharter(CLOSED, TUESDAY)).isTrue();
        assertThat(acme.charter()).isEqualTo(CLOSED);
        assertThat(acme.version()).isEqualTo(2);
        assertThat(acme.changedAt()).isEqualTo(TUESDAY);
        assertThat(acme.createdAt()).isEqualTo(MONDAY);
    }

    @Test
    void doesNothingForTheSameCharter() {
        assertThat(acme.recharter(new Charter("Acme", "", "Europe/Berlin", JoinMode.OPEN), TUESDAY))
                .isFalse();
        assertThat(acme.version()).isEqualTo(1);
        assertThat(acme.changedAt()).isEqualTo(MONDAY);
    }

    @Test
    void hasAValidCharterOnly() {
        refuses(() -> new Charter("", "", "UTC", JoinMode.OPEN), "/name");
        refuses(() -> new Charter("x".repeat(201), "", "UTC", JoinMode.OPEN), "/name");
        refuses(() -> new Charter("Acme", "x".repeat(2001), "UTC", JoinMode.OPEN), "/purpose");
        refuses(() -> new Charter("Acme", "", "CEST", JoinMode.OPEN), "/zone");
        refuses(() -> new CommunityId("a b"), "{community}");
    }

    private static void refuses(ThrowingCallable making, String pointer) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(pointer));
    }
}
