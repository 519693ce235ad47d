package dev.hearth.member.profile;

import static dev.hearth.contract.member.MemberStatus.ACTIVE;
import static dev.hearth.contract.member.MemberStatus.BANNED;
import static dev.hearth.contract.member.MemberStatus.LEFT;
import static dev.hearth.contract.member.MemberStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");
    private static final GroupId RUNNERS = new GroupId("runners");
    private static final GroupId SWIMMERS = new GroupId("swimmers");
    private static final Profile ADA = new Profile("Ada", "newsletter", "Europe/London", List.of("early"), 1, false);

    @Test
    void comesWithItsGroups() {
        Member ada = enrolled(ACTIVE, RUNNERS, SWIMMERS);

        assertThat(ada.arrival())
                .containsExactly(
                        new MemberEvent.Joined(ACTIVE, "newsletter"),
                        new MemberEvent.GroupJoined(RUNNERS),
                        new MemberEvent.GroupJoined(SWIMMERS));
        assertThat(ada.version()).isEqualTo(1);
    }

    @Test
    void doesNothingWhereNothingChanges() {
        Member ada = enrolled(ACTIVE, RUNNERS);

        assertThat(ada.amend(ADA, ada.groups(), TUESDAY)).isEmpty();
        assertThat(ada.join(RUNNERS, TUESDAY)).isEmpty();
        assertThat(ada.leave(SWIMMERS, TUESDAY)).isEmpty();
        assertThat(ada.decide(ACTIVE, "again", TUESDAY)).isEmpty();
        assertThat(ada.version()).isEqualTo(1);
        assertThat(ada.changedAt()).isEqualTo(MONDAY);
    }

    @Test
    void tellsEachKindOfChangeInOneVersion() {
        Member ada = enrolled(ACTIVE, RUNNERS);
        Profile next = new Profile("Ada L.", "newsletter", null, List.of("host", "early"), 3, true);

        assertThat(ada.amend(next, Set.of(SWIMMERS), TUESDAY))
                .containsExactly(
                        new MemberEvent.Tagged(List.of("host"), List.of()),
                        new MemberEvent.LevelChanged(1, 3),
                        new MemberEvent.ProfileChanged(List.of("displayName", "zone", "planted")),
                        new MemberEvent.GroupLeft(RUNNERS),
                        new MemberEvent.GroupJoined(SWIMMERS));
        assertThat(ada.version()).isEqualTo(2);
        assertThat(ada.changedAt()).isEqualTo(TUESDAY);
        assertThat(ada.profile()).isEqualTo(next);
        assertThat(ada.groups()).containsExactly(SWIMMERS);
    }

    @Test
    void neverChangesBeforeItsLastChange() {
        Member ada = Member.enrol(key(), ACTIVE, ADA, Set.of(), TUESDAY, TUESDAY);

        assertThat(ada.join(RUNNERS, MONDAY)).hasSize(1);
        assertThat(ada.changedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void leavesWithAllItsGroups() {
        Member ada = enrolled(ACTIVE, RUNNERS, SWIMMERS);

        assertThat(ada.depart("no time", TUESDAY))
                .containsExactly(
                        new MemberEvent.GroupLeft(RUNNERS),
                        new MemberEvent.GroupLeft(SWIMMERS),
                        new MemberEvent.Left("no time"));
        assertThat(ada.status()).isEqualTo(LEFT);
        assertThat(ada.statusReason()).isEqualTo("no time");
        assertThat(ada.groups()).isEmpty();
        assertThat(ada.depart("again", TUESDAY)).isEmpty();
        assertThat(ada.version()).isEqualTo(2);
    }

    @Test
    void comesBackAsOneWhoAsksAnew() {
        Member ada = enrolled(ACTIVE, RUNNERS);
        List<MemberEvent> left = ada.depart("no time", TUESDAY);

        assertThat(left).isNotEmpty();
        assertThat(ada.comeBack(PENDING, ADA, Set.of(SWIMMERS), TUESDAY))
                .containsExactly(new MemberEvent.Joined(PENDING, "newsletter"), new MemberEvent.GroupJoined(SWIMMERS));
        assertThat(ada.status()).isEqualTo(PENDING);
        assertThat(ada.statusReason()).isNull();
        assertThat(ada.joinedAt()).isEqualTo(TUESDAY);
        assertThat(ada.version()).isEqualTo(3);
    }

    @Test
    void comesBackOnlyWhoLeft() {
        refuses(() -> enrolled(ACTIVE).comeBack(ACTIVE, ADA, Set.of(), TUESDAY), MemberProblem.STATUS_FORBIDS);
        refuses(() -> enrolled(BANNED).comeBack(ACTIVE, ADA, Set.of(), TUESDAY), MemberProblem.STATUS_FORBIDS);
    }

    @Test
    void cannotLeaveABanBehind() {
        refuses(() -> enrolled(BANNED).depart(null, TUESDAY), MemberProblem.STATUS_FORBIDS);
    }

    @Test
    void followsThePolicyOfStatuses() {
        for (MemberStatus from : MemberStatus.values()) {
            for (MemberStatus to : MemberStatus.values()) {
                Member member = enrolled(from);
                if (from == to) {
                    assertThat(member.decide(to, "why", TUESDAY)).isEmpty();
                } else if (StatusPolicy.decisions(from).contains(to)) {
                    assertThat(member.decide(to, "why", TUESDAY)).hasSize(1);
                    assertThat(member.status()).isEqualTo(to);
                    assertThat(member.statusReason()).isEqualTo("why");
                } else {
                    refuses(() -> member.decide(to, "why", TUESDAY), MemberProblem.STATUS_FORBIDS);
                    assertThat(member.status()).isEqualTo(from);
                }
            }
        }
    }

    @Test
    void isToldAsLeftWhenAnOperatorRemovesIt() {
        assertThat(enrolled(ACTIVE, RUNNERS).decide(LEFT, "asked us", TUESDAY))
                .containsExactly(new MemberEvent.GroupLeft(RUNNERS), new MemberEvent.Left("asked us"));
        assertThat(enrolled(PENDING).decide(ACTIVE, null, TUESDAY))
                .containsExactly(new MemberEvent.StatusChanged(PENDING, ACTIVE, null));
    }

    @Test
    void keepsItsGroupsThroughABanButJoinsNone() {
        Member ada = enrolled(ACTIVE, RUNNERS);

        assertThat(ada.decide(BANNED, null, TUESDAY)).hasSize(1);
        assertThat(ada.groups()).containsExactly(RUNNERS);
        refuses(() -> ada.join(SWIMMERS, TUESDAY), MemberProblem.STATUS_FORBIDS);
        assertThat(ada.leave(RUNNERS, TUESDAY)).containsExactly(new MemberEvent.GroupLeft(RUNNERS));
    }

    @Test
    void isInABoundedNumberOfGroups() {
        Set<GroupId> most = IntStream.range(0, Member.MAX_GROUPS)
                .mapToObj(i -> new GroupId("g" + i))
                .collect(Collectors.toCollection(TreeSet::new));
        Member ada = Member.enrol(key(), ACTIVE, ADA, most, MONDAY, MONDAY);

        refuses(() -> ada.join(RUNNERS, TUESDAY), MemberProblem.TOO_MANY_GROUPS);
    }

    private static Member enrolled(MemberStatus status, GroupId... groups) {
        return Member.enrol(key(), status, ADA, Set.of(groups), MONDAY, MONDAY);
    }

    private static MemberKey key() {
        return new MemberKey("acme", "ada");
    }

    private static void refuses(ThrowingCallable change, MemberProblem problem) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }
}
