package dev.hearth.member.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.member.community.CommunityId;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");

    private final Group runners =
            Group.form(new CommunityId("acme"), new GroupId("runners"), new Signboard("Runners", null, null), MONDAY);

    @Test
    void changesItsSignboardInANewVersion() {
        assertThat(runners.reletter(new Signboard("Runners", "Asia/Shanghai", null), TUESDAY))
                .isTrue();
        assertThat(runners.signboard().zone()).isEqualTo("Asia/Shanghai");
        assertThat(runners.version()).isEqualTo(2);
        assertThat(runners.changedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void doesNothingForTheSameSignboard() {
        assertThat(runners.reletter(new Signboard("Runners", null, null), TUESDAY))
                .isFalse();
        assertThat(runners.version()).isEqualTo(1);
    }

    @Test
    void hasAValidSignboardOnly() {
        assertThatThrownBy(() -> new Signboard(" ", null, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Signboard("Runners", null, "a b")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Signboard("Runners", "Mars", null)).isInstanceOf(ProblemException.class);
    }
}
