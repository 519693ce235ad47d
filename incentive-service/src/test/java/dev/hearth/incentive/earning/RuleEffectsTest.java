package dev.hearth.incentive.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.member.GroupState;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules can say, from the saved rule to the balance and its explanation. */
@QuarkusTest
@IncentiveStack
class RuleEffectsTest {
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private int events;

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    /** Votes as the real communities count them: 200 a day at most from upvotes, downvotes beside it and owed. */
    @Test
    void countsVotePointsWithASharedCapAndDebitsThatAreOwed() {
        streams.kinds(community, "question.upvoted", "answer.upvoted", "question.downvoted", "answer.downvoted");
        put("caps/reputation", "{\"unit\":\"POINTS\",\"limit\":200}");
        rule("up-question", "{\"kinds\":[\"question.upvoted\"],\"amount\":5,\"caps\":[{\"cap\":\"reputation\"}]}");
        rule("up-answer", "{\"kinds\":[\"answer.upvoted\"],\"amount\":10,\"caps\":[{\"cap\":\"reputation\"}]}");
        rule("down", "{\"kinds\":[\"question.downvoted\",\"answer.downvoted\"],\"amount\":-2}");
        rule("accepted", "{\"kinds\":[\"answer.accepted\"],\"amount\":15}");
        for (int vote = 0; vote < 19; vote++) {
            send("answer.upvoted", "ada", null, null);
        }
        send("question.upvoted", "ada", null, null);
        send("question.upvoted", "ada", null, null);
        send("answer.upvoted", "ada", null, null);
        send("answer.accepted", "ada", null, null);
        send("answer.downvoted", "ada", null, null);
        send("question.downvoted", "bob", null, null);
        done();

        api.get(path("members/ada/balances")).then().body("items[0].points", equalTo(200 + 15 - 2));
        api.get(path("members/bob/balances"))
                .then()
                .body("items[0].points", equalTo(-2))
                .body("items[0].owed", equalTo(2));
        api.assertSound(community);
    }

    @Test
    void reportsOnTheRuleWhatItCannotEvaluateAndGoesOn() {
        rule("big", "{\"kinds\":[\"purchase.made\"],\"condition\":\"event.value >= 100\",\"amount\":7}");
        rule("all", "{\"kinds\":[\"purchase.made\"],\"amount\":1}");
        send("purchase.made", "ada", null, null);
        send("purchase.made", "ada", null, 100L);
        done();

        api.get(path("members/ada/balances")).then().body("items[0].points", equalTo(9));
        api.get(path("earning-rules/big"))
                .then()
                .body("faults.times", equalTo(1))
                .body("faults.cause", containsString("value"))
                .body("faults.event", equalTo("e1"));
        api.get(path("earning-rules/all")).then().body("$", not(hasKey("faults")));
    }

    @Test
    void sharesBetweenActorTargetAndGroupOwnerAndPaysNoPlantedAccount() {
        streams.send(Streams.event(
                Topics.COMMUNITY_STATE,
                community + "/g",
                community,
                "g-" + community,
                new GroupState(community, "g", "G", null, "carl", 1)));
        streams.send(Streams.event(
                Topics.MEMBER_STATE,
                community + "/eve",
                community,
                "m-" + community,
                new MemberState(community, "eve", MemberStatus.ACTIVE, 1, Set.of(), Set.of(), null, true, 1)));
        done();
        rule("helped", """
                {"kinds":["answer.accepted"],"amount":11,"pay":{"shares":[{"to":"ACTOR","percent":34},
                 {"to":"TARGET","percent":33},{"to":"OWNER","percent":33}]}}""");
        Api.await(() -> {
            send("answer.accepted", "probe", "probe2", null);
            done();
            return api.balances(community, "points").containsKey("carl");
        });
        Map<String, Long> before = api.balances(community, "points");
        send("answer.accepted", "ada", "bob", null);
        send("answer.accepted", "eve", "bob", null);
        done();

        Map<String, Long> after = api.balances(community, "points");
        assertThat(after).containsEntry("ada", 4L).containsEntry("bob", 8L).doesNotContainKey("eve");
        assertThat(after.get("carl")).isEqualTo(before.getOrDefault("carl", 0L) + 6);
        api.assertSound(community);
    }

    @Test
    void paysFromACampaignsBudgetToTheLastPointAndThenSaysSoOnTheRule() {
        put("campaigns/spring", "{\"name\":\"Spring\",\"opensAt\":\"2026-02-01T00:00:00Z\"}");
        api.post(path("campaigns/spring/fundings"), "{\"currency\":\"points\",\"points\":20}")
                .then()
                .statusCode(201);
        rule("bought", "{\"kinds\":[\"purchase.made\"],\"amount\":7,\"pay\":{\"campaign\":\"spring\"}}");
        for (String member : List.of("ada", "bob", "carl", "dora", "emil")) {
            send("purchase.made", member, null, null);
        }
        done();

        assertThat(api.balances(community, "points").values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(20);
        assertThat(api.balances(community, "points").values()).containsOnlyOnce(6L);
        api.get(path("earning-rules/bought")).then().body("refusals.times", equalTo(2));
        api.get(path("campaigns/spring/report"))
                .then()
                .body("awards", equalTo(3))
                .body("membersReached", equalTo(3));
        api.assertSound(community);
    }

    @Test
    void paysNobodyWhoIsHeldOut() {
        put("campaigns/spring", "{\"name\":\"Spring\",\"opensAt\":\"2026-02-01T00:00:00Z\",\"holdOutPermille\":500}");
        api.post(path("campaigns/spring/fundings"), "{\"currency\":\"points\",\"points\":1000}")
                .then()
                .statusCode(201);
        rule("bought", "{\"kinds\":[\"purchase.made\"],\"amount\":7,\"pay\":{\"campaign\":\"spring\"}}");
        for (int round = 0; round < 2; round++) {
            for (int member = 0; member < 40; member++) {
                send("purchase.made", "m" + member, null, null);
            }
        }
        done();

        Map<String, Long> paid = api.balances(community, "points");
        assertThat(paid.values()).containsOnly(14L);
        assertThat(paid).hasSizeBetween(8, 32);
        api.get(path("campaigns/spring/report"))
                .then()
                .body("holdOut.treated", equalTo(paid.size()))
                .body("holdOut.heldOut", equalTo(40 - paid.size()));
    }

    @Test
    void multipliesByTheTierThatTheMemberHas() {
        put("tiers/scheme", """
                {"currency":"points","period":{"kind":"YEAR"},
                 "tiers":[{"tier":"gold","name":"Gold","threshold":10,"multiplier":1500}]}""");
        rule("bought", "{\"kinds\":[\"purchase.made\"],\"amount\":11,\"pay\":{\"tierMultiplier\":true}}");
        send("purchase.made", "ada", null, null);
        done();
        send("purchase.made", "ada", null, null);
        done();

        api.get(path("members/ada/tier")).then().body("tier", equalTo("gold"));
        assertThat(api.balances(community, "points")).containsEntry("ada", 11L + 16L);
    }

    @Test
    void answersWhatHappensToMembersToo() {
        rule("welcome", "{\"kinds\":[\"member.joined\"],\"amount\":50,\"pace\":{\"nth\":1}}");
        for (int time = 0; time < 2; time++) {
            streams.send(Streams.event(
                    Topics.MEMBER,
                    community + "/ada",
                    community,
                    "join-" + time + community,
                    new MemberJoined("ada", MemberStatus.ACTIVE, "poster", null)));
        }
        done();

        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 50L));
    }

    @Test
    void makesPointsSpendableOnceAnEventConfirmsThem() {
        streams.kinds(community, "purchase.confirmed");
        rule("bought", """
                {"kinds":["purchase.made"],"pay":{"perUnit":{"points":1,"units":100}},
                 "pending":{"onKind":"purchase.confirmed"},"expiry":{"kind":"FIXED","at":"2099-01-01T00:00:00Z"}}""");
        send("purchase.made", "ada", null, 1250L);
        done();
        api.get(path("members/ada/balances"))
                .then()
                .body("items[0].points", equalTo(0))
                .body("items[0].pending", equalTo(12));
        send("purchase.confirmed", "ada", null, null);
        done();

        Api.await(() -> api.balances(community, "points").getOrDefault("ada", 0L) == 12);
        api.assertSound(community);
    }

    @Test
    void tellsWhyFromAnyEntryToTheEvent() {
        rule("bought", """
                {"kinds":["purchase.made"],"pay":{"formula":"min(event.value, 1000) / 100"},
                 "caps":[{"unit":"POINTS","limit":8,"window":"MONTH"}]}""");
        send("purchase.made", "ada", null, 1250L);
        done();
        String transaction = api.get(path("members/ada/entries")).jsonPath().getString("items[0].transaction");

        api.get(path("entries/" + transaction + "/why"))
                .then()
                .statusCode(200)
                .body("type", equalTo("EARNED"))
                .body("moved[0].spendable", equalTo(8))
                .body("rule.rule", equalTo("bought"))
                .body("rule.version", equalTo(1))
                .body("computation.base", equalTo(10))
                .body("computation.parts[0].cuts[0].by", equalTo("rule/bought"))
                .body("computation.parts[0].points", equalTo(8))
                .body("event.id", equalTo("e1"))
                .body("event.data.value", equalTo(1250));
        api.get(path("entries/00000000-0000-7000-8000-000000000000/why"))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-entry"));
    }

    @Test
    void simulatesADraftWithWhatHasCountedAndWritesNothing() {
        rule("post", "{\"kinds\":[\"message.posted\"],\"amount\":2,\"caps\":[{\"unit\":\"POINTS\",\"limit\":3}]}");
        send("message.posted", "ada", null, null);
        done();
        api.put(
                        path("earning-rules/post"),
                        body("{\"kinds\":[\"message.posted\"],\"amount\":5,\"status\":\"DRAFT\","
                                + "\"caps\":[{\"unit\":\"POINTS\",\"limit\":4}]}"),
                        1)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        String event = "{\"kind\":\"message.posted\",\"memberId\":\"ada\",\"occurredAt\":\"" + NOON + "\"}";

        for (int time = 0; time < 2; time++) {
            api.post(path("earning-rules/post/simulations"), event)
                    .then()
                    .statusCode(200)
                    .body("awards", hasSize(1))
                    .body("awards[0].version", equalTo(2))
                    .body("awards[0].base", equalTo(5))
                    .body("awards[0].parts[0].points", equalTo(2))
                    .body("awards[0].parts[0].cuts[0].left", equalTo(2));
        }
        api.post(path("simulations"), event)
                .then()
                .body("awards[0].version", equalTo(1))
                .body("awards[0].parts[0].points", equalTo(1));
        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 2L));
    }

    private void rule(String id, String terms) {
        api.put(path("earning-rules/" + id), body(terms)).then().statusCode(201);
    }

    private static String body(String terms) {
        return "{\"currency\":\"points\"," + terms.strip().substring(1);
    }

    private void put(String below, String body) {
        api.put(path(below), body).then().statusCode(201);
    }

    private void send(String kind, String member, @Nullable String target, @Nullable Long value) {
        events++;
        streams.send(Streams.event(
                Topics.ENGAGEMENT,
                Topics.memberKey(community, member),
                community,
                "e" + events,
                new EngagementRecorded(
                        kind, member, "g", target, value, NOON, "UTC", LocalDate.parse("2026-02-17"), true, null)));
    }

    private void done() {
        streams.engage(List.of());
        api.caughtUp();
    }

    private String path(String below) {
        return "/communities/" + community + "/" + below;
    }
}
