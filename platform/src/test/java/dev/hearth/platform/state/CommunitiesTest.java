package dev.hearth.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.contract.member.CommunityState;
import dev.hearth.contract.member.GroupState;
import dev.hearth.contract.member.JoinMode;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.TestTopic;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Events events =
            new Events("member-service", Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
    private final TestTopic topic = new TestTopic(Topics.COMMUNITY_STATE, 8);
    private final Communities communities = new Communities(TestTopic.kafka());
    private final String acme = "acme-" + UUID.randomUUID();

    @BeforeEach
    void makeThemKnown() {
        communities.start();
        topic.send(List.of(
                KafkaCodec.toRecord(events.of(
                        acme,
                        acme,
                        null,
                        1,
                        new CommunityState(acme, "Acme", "fans", "Asia/Shanghai", JoinMode.OPEN, 1))),
                group("near", null),
                group("far", "Asia/Tokyo"),
                group("last", null)));
        Eventually.holds(
                "they are known",
                () -> communities.find(acme).isPresent()
                        && communities.hasGroup(acme, "near")
                        && communities.hasGroup(acme, "far"));
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void aGroupsDaysAreItsOwnElseTheCommunitys() {
        assertThat(communities.zone(acme, null)).isEqualTo(SHANGHAI);
        assertThat(communities.zone(acme, "near")).isEqualTo(SHANGHAI);
        assertThat(communities.zone(acme, "far")).isEqualTo(TOKYO);
        assertThat(communities.zone(acme, "unknown")).isEqualTo(SHANGHAI);
    }

    @Test
    void knowsItsCommunitiesAndGroups() {
        assertThat(communities.require(acme)).isEqualTo(new Community(acme, "Acme", SHANGHAI));
        assertThat(communities.hasGroup(acme, "unknown")).isFalse();
        assertThat(communities.find(acme + "/near")).isEmpty();
        Eventually.holds("it is ready", communities::isReady);
    }

    @Test
    void refusesACommunityThatIsNotKnown() {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> communities.require("nowhere"));

        assertThat(refusal.type()).isEqualTo(RequestProblem.UNKNOWN_COMMUNITY);
        assertThat(catchThrowableOfType(ProblemException.class, () -> communities.zone("nowhere", null))
                        .type())
                .isEqualTo(RequestProblem.UNKNOWN_COMMUNITY);
    }

    private org.apache.kafka.clients.producer.ProducerRecord<String, byte @Nullable []> group(
            String id, @Nullable String zone) {
        return KafkaCodec.toRecord(
                events.of(acme, Topics.groupKey(acme, id), null, 1, new GroupState(acme, id, id, zone, null, 1)));
    }
}
