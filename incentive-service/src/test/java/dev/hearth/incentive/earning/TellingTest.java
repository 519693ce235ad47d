package dev.hearth.incentive.earning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.event.UnreadableEventException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");

    @Test
    void aFactOfAMemberCountsForTheLocalDayThatItTellsAndThatIsNoPropertyOfIt() {
        Telling told = joined(LocalDate.parse("2026-03-02"));

        assertThat(told.localDate()).isEqualTo("2026-03-02");
        assertThat(told.properties()).isEqualTo(Map.of("status", "ACTIVE", "channel", "street"));
    }

    @Test
    void aFactThatIsOlderThanTheTellingOfLocalDaysLeavesTheDayToTheZone() {
        assertThat(joined(null).localDate()).isNull();
    }

    @Test
    void aLocalDayThatIsNoDateIsUnreadable() {
        CloudEvent odd = new CloudEvent(
                Topics.MEMBER,
                Topics.memberKey("acme", "ada"),
                "odd",
                "/member-service",
                "dev.hearth.member.left.v1",
                "ada",
                LATE,
                "acme",
                1,
                null,
                null,
                null,
                "{\"memberId\":\"ada\",\"localDate\":\"tomorrow\"}".getBytes(UTF_8));

        assertThatThrownBy(() -> Telling.of(odd, "hearth.member/0/0"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("localDate");
    }

    private static Telling joined(@Nullable LocalDate localDate) {
        Events members = new Events("member-service", Clock.fixed(LATE, ZoneOffset.UTC));
        MemberJoined joined = new MemberJoined("ada", MemberStatus.ACTIVE, "street", localDate);
        return Objects.requireNonNull(Telling.of(members.ofMember("acme", "ada", 1, joined), "hearth.member/0/0"));
    }
}
