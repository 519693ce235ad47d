package dev.hearth.member.profile;

import static dev.hearth.contract.member.MemberStatus.ACTIVE;
import static dev.hearth.contract.member.MemberStatus.BANNED;
import static dev.hearth.contract.member.MemberStatus.LEFT;
import static dev.hearth.contract.member.MemberStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.contract.member.JoinMode;
import dev.hearth.contract.member.MemberStatus;
import org.junit.jupiter.api.Test;

class StatusPolicyTest {
    @Test
    void letsOnlyAnOpenCommunityAdmitAtOnce() {
        assertThat(StatusPolicy.first(JoinMode.OPEN)).isEqualTo(ACTIVE);
        assertThat(StatusPolicy.first(JoinMode.APPROVAL)).isEqualTo(PENDING);
        assertThat(StatusPolicy.first(JoinMode.INVITATION)).isEqualTo(PENDING);
    }

    @Test
    void saysWhatAnOperatorMayDecide() {
        assertThat(StatusPolicy.decisions(PENDING)).containsExactlyInAnyOrder(ACTIVE, BANNED, LEFT);
        assertThat(StatusPolicy.decisions(ACTIVE)).containsExactlyInAnyOrder(BANNED, LEFT);
        assertThat(StatusPolicy.decisions(BANNED)).containsExactlyInAnyOrder(ACTIVE, LEFT);
        assertThat(StatusPolicy.decisions(LEFT)).containsExactly(BANNED);
    }

    @Test
    void neverMakesAnybodyPending() {
        for (MemberStatus status : MemberStatus.values()) {
            assertThat(StatusPolicy.decisions(status)).doesNotContain(PENDING);
        }
    }
}
