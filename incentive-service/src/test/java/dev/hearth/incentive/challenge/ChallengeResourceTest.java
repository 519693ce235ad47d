package dev.hearth.incentive.challenge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.member.MemberLeft;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.Streams.Event;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Challenges from the topics to prizes, and over HTTP. */
@QuarkusTest
@IncentiveStack
class ChallengeResourceTest {
    /** The instant of the events that {@link Streams#event} makes. */
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
        base = "/communities/" + community;
        api.put(base + "/badges/talker", "{\"name\":\"Talker\"}").then().statusCode(201);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void paysPointsBadgeAndPrivilegeForWhatMembersDoOnce() {
        api.put(base + "/challenges/talk", """
                        {"title":"Talk","measure":"COUNT","kinds":["message.posted"],"stages":[
                          {"stage":"two","target":2,"points":{"currency":"points","amount":10},"badge":"talker"},
                          {"stage":"three","target":3,"privilege":"tea-room","privilegeDays":30}]}""").then().statusCode(201);
        List<Event> events = IntStream.range(0, 3)
                .mapToObj(
                        number -> new Event(community, "e" + number, "ada", "message.posted", NOON.plusSeconds(number)))
                .toList();
        streams.engage(events);
        streams.engage(events);
        streams.engage(List.of(new Event(community, "b", "bob", "message.posted", NOON)));
        api.caughtUp();
        Api.await(() -> reached("ada", "talk", "three"));

        api.get(base + "/members/ada/challenges/talk")
                .then()
                .body("progress", equalTo(3))
                .body("stages.reached", equalTo(List.of(true, true)));
        api.get(base + "/members/ada/balances").then().body("items[0].points", equalTo(10));
        api.get(base + "/members/ada/badges")
                .then()
                .body("items.badge", equalTo(List.of("talker")))
                .body("items.source", equalTo(List.of("challenge/talk/two")));
        api.get(base + "/members/ada/privileges").then().body("items.name", equalTo(List.of("tea-room")));
        api.get(base + "/members/bob/challenges").then().body("items[0].progress", equalTo(1));
        api.get(base + "/challenges/talk/participants").then().body("items.memberId", equalTo(List.of("ada", "bob")));
        api.assertSound(community);
    }

    @Test
    void takesEverythingBackWhenAFriendLeavesTooSoon() {
        streams.kinds(community, "friend.joined");
        api.put(base + "/challenges/bring", """
                        {"title":"Bring","measure":"FRIENDS","kinds":["friend.joined"],"vestingDays":7,"stages":[
                          {"stage":"one","target":1,"points":{"currency":"points","amount":50},"badge":"talker",
                           "privilege":"tea-room"}]}""").then().statusCode(201);
        bring("f1", "ada", "bob");
        Api.await(() -> reached("ada", "bring", "one"));
        api.get(base + "/members/ada/challenges/bring")
                .then()
                .body("friends.memberId", equalTo(List.of("bob")))
                .body("friends.counts", equalTo(List.of(true)));

        streams.send(Streams.event(
                Topics.MEMBER,
                Topics.memberKey(community, "bob"),
                community,
                "left-bob",
                new MemberLeft("bob", null, null)));
        Api.await(() -> !reached("ada", "bring", "one"));

        api.get(base + "/members/ada/challenges/bring")
                .then()
                .body("progress", equalTo(0))
                .body("friends.counts", equalTo(List.of(false)));
        api.get(base + "/members/ada/balances").then().body("items[0].points", equalTo(0));
        api.get(base + "/members/ada/badges").then().body("items", hasSize(0));
        api.get(base + "/members/ada/privileges").then().body("items.state", equalTo(List.of("REVOKED")));
        api.assertSound(community);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/stages | have 1 to 20 | ~measure~:~COUNT~,~stages~:[]",
                "/stages/0 | no prize | ~measure~:~COUNT~,~stages~:[{~stage~:~a~,~target~:1}]",
                "/stages/0/target | 1 to | ~measure~:~COUNT~,~stages~:[{~stage~:~a~,~target~:0,~badge~:~talker~}]",
                "/stages/0/badge | PUT it first | ~measure~:~COUNT~,~stages~:[{~stage~:~a~,~target~:1,~badge~:~none~}]",
                "/stages/0/points/currency | PUT it first | ~measure~:~COUNT~,~stages~:[{~stage~:~a~,~target~:1,~points~:{~currency~:~gold~,~amount~:1}}]",
                "/stages/0/points/amount | 1 to 1000000000 | ~measure~:~COUNT~,~stages~:[{~stage~:~a~,~target~:1,~points~:{~currency~:~points~,~amount~:1000000001}}]",
                "/stages/1/stage | twice | ~measure~:~COUNT~,~stages~:[S,S]",
                "/vestingDays | FRIENDS only | ~measure~:~COUNT~,~vestingDays~:3,~stages~:[S]",
                "/condition | line 1 | ~measure~:~COUNT~,~condition~:~member.shoe > 3~,~stages~:[S]",
                "/measure | missing | ~stages~:[S]",
            })
    void refusesABadChallengeNamingThePlace(String pointer, String detail, String fields) {
        String body = ("{~title~:~T~,~kinds~:[~message.posted~]," + fields + "}")
                .replace("[S", "[{~stage~:~a~,~target~:1,~badge~:~talker~}")
                .replace(",S]", ",{~stage~:~a~,~target~:2,~badge~:~talker~}]")
                .replace('~', '"');
        api.put(base + "/challenges/bad", body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
        api.get(base + "/challenges/bad").then().statusCode(404);
    }

    @Test
    void keepsTheMeasureForEver() {
        String talk = "{\"title\":\"T\",\"measure\":\"COUNT\",\"kinds\":[\"message.posted\"],\"stages\":["
                + "{\"stage\":\"a\",\"target\":1,\"badge\":\"talker\"}]}";
        api.put(base + "/challenges/talk", talk).then().statusCode(201);

        api.put(base + "/challenges/talk", talk.replace("COUNT", "SUM"), 1)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/measure-of-challenge-fixed"));
    }

    @Test
    void awardsABadgeByHandOnceAndTakesItBackWithAReason() {
        String award = base + "/members/ada/badges/talker";
        api.put(award, "{\"reason\":\"well said\"}").then().statusCode(201).header("ETag", "\"1\"");
        api.put(award, "{\"reason\":\"again\"}").then().statusCode(200).body("reason", equalTo("well said"));
        api.put(base + "/members/ada/badges/none", "{\"reason\":\"x\"}").then().statusCode(404);
        api.get(base + "/badges/talker/awards").then().body("items.memberId", equalTo(List.of("ada")));

        api.delete(award + "?reason=mistake").then().statusCode(428);
        api.delete(award, "\"1\"").then().statusCode(400);
        api.delete(award + "?reason=mistake", "\"1\"").then().statusCode(204);
        api.get(award).then().statusCode(404);
        api.put(award, "{\"reason\":\"after all\"}").then().statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void letsAMemberSeeItsOwnOnly() {
        Api ada = Api.with(TestTokens.member(community, "ada", "incentives:read incentives:write"));
        ada.get(base + "/members/ada/challenges").then().statusCode(200);
        ada.get(base + "/members/bob/challenges").then().statusCode(403);
        ada.get(base + "/members/bob/badges").then().statusCode(403);
        ada.put(base + "/members/ada/badges/talker", "{\"reason\":\"me\"}")
                .then()
                .statusCode(403);
    }

    private boolean reached(String member, String challenge, String stage) {
        return Boolean.TRUE.equals(api.get(base + "/members/" + member + "/challenges/" + challenge)
                .jsonPath()
                .getBoolean("stages.find { it.stage == '" + stage + "' }.reached"));
    }

    private void bring(String id, String member, String friend) {
        streams.send(Streams.event(
                Topics.ENGAGEMENT,
                Topics.memberKey(community, member),
                community,
                id,
                new EngagementRecorded(
                        "friend.joined",
                        member,
                        null,
                        friend,
                        null,
                        NOON,
                        "UTC",
                        LocalDate.ofInstant(NOON, ZoneOffset.UTC),
                        true,
                        null)));
    }
}
