package dev.hearth.analytics.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.contract.incentive.CampaignCostRecorded;
import dev.hearth.contract.incentive.RewardRedeemed;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.contract.member.GroupJoined;
import dev.hearth.contract.member.GroupLeft;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberLeft;
import dev.hearth.contract.member.MemberLevelChanged;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActsTest {
    private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");
    private static final LocalDate IN_SHANGHAI = LocalDate.parse("2026-03-02");
    private static final Events MEMBERS = new Events("member-service", Clock.fixed(LATE, ZoneOffset.UTC));

    @ParameterizedTest
    @MethodSource("facts")
    void aFactCountsForTheLocalDayThatItTells(Record fact) {
        assertThat(Acts.of(MEMBERS.ofMember("acme", "ada", 1, fact)))
                .isNotEmpty()
                .allSatisfy(act -> assertThat(act.day()).isEqualTo(IN_SHANGHAI))
                .allSatisfy(act -> assertThat(act.at()).isEqualTo(LATE));
    }

    static Stream<Record> facts() {
        return Stream.of(
                new MemberJoined("ada", MemberStatus.ACTIVE, null, IN_SHANGHAI),
                new MemberJoined("ada", MemberStatus.ACTIVE, "street", IN_SHANGHAI),
                new MemberLeft("ada", null, IN_SHANGHAI),
                new GroupJoined("ada", "runners", IN_SHANGHAI),
                new GroupLeft("ada", "runners", IN_SHANGHAI),
                new MemberLevelChanged("ada", 1, 2, IN_SHANGHAI),
                new RewardRedeemed("ada", "r-1", "tea", 1, RewardType.COUPON, "points", 80, null, null, IN_SHANGHAI),
                new CampaignCostRecorded("spring", "c-1", "GOODS", null, 500, "CNY", null, IN_SHANGHAI));
    }

    /** As they were recorded before facts told a local day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            member.joined | {"memberId":"ada","status":"ACTIVE"}
            member.joined | {"memberId":"ada","status":"ACTIVE","channel":"street"}
            member.left | {"memberId":"ada"}
            member.group-joined | {"memberId":"ada","groupId":"runners"}
            member.group-left | {"memberId":"ada","groupId":"runners"}
            member.level-changed | {"memberId":"ada","from":1,"to":2}
            incentive.reward-redeemed | {"memberId":"ada","redemption":"r-1","reward":"tea","rewardVersion":1,"type":"COUPON","currency":"points","price":80}
            incentive.campaign-cost-recorded | {"campaign":"spring","cost":"c-1","kind":"GOODS","amount":500,"currency":"CNY"}
            """)
    void aFactThatTellsNoLocalDayCountsForTheDayInUtc(String type, String payload) {
        assertThat(Acts.of(recorded(type, payload)))
                .isNotEmpty()
                .allSatisfy(act -> assertThat(act.day()).isEqualTo("2026-03-01"));
    }

    @Test
    void whetherItTellsALocalDayChangesNothingElseOfAFact() {
        List<Act> old = Acts.of(recorded("member.level-changed", "{\"memberId\":\"ada\",\"from\":1,\"to\":2}"));
        List<Act> now = Acts.of(recorded(
                "member.level-changed", "{\"memberId\":\"ada\",\"from\":1,\"to\":2,\"localDate\":\"2026-03-01\"}"));

        assertThat(now).isEqualTo(old);
    }

    private static CloudEvent recorded(String type, String payload) {
        return new CloudEvent(
                Topics.MEMBER,
                Topics.memberKey("acme", "ada"),
                "an-old-fact",
                "/member-service",
                "dev.hearth." + type + ".v1",
                "ada",
                LATE,
                "acme",
                1,
                null,
                null,
                null,
                payload.getBytes(UTF_8));
    }
}
