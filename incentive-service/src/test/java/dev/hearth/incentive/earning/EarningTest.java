package dev.hearth.incentive.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.contract.incentive.BalanceState;
import dev.hearth.contract.incentive.Credited;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.Streams.Event;
import dev.hearth.local.LocalPostgres;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class EarningTest {
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");
    private static final String MESSAGE = "message.posted";

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    /** Rules A and B: per member and day min(2 × events, 20) + 5, and min(2 × events + 5, 20). */
    @Test
    void paysEveryMemberToThePointInWhateverOrderEventsComeAndHoweverOftenTheyAreRepeated() {
        api.put(path("currencies/b"), "{\"name\":\"B\"}").then().statusCode(201);
        rule("a-event", "points", 2, "{\"unit\":\"POINTS\",\"limit\":20}");
        rule("a-day", "points", 5, "{\"unit\":\"TIMES\",\"limit\":1}");
        api.put(path("caps/daily-20"), "{\"unit\":\"POINTS\",\"limit\":20}")
                .then()
                .statusCode(201);
        rule("b-event", "b", 2, "{\"cap\":\"daily-20\"}");
        rule("b-day", "b", 5, "{\"cap\":\"daily-20\"},{\"unit\":\"TIMES\",\"limit\":1}");
        Random random = new Random(20260217);
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 3_000; number++) {
            int member = (int) (Math.pow(random.nextDouble(), 3) * 40);
            events.add(event("e" + number, "m" + member, NOON.plusSeconds(random.nextInt(6 * 86_400))));
        }
        List<Event> sent = new ArrayList<>(events);
        sent.addAll(events.stream().filter(event -> random.nextInt(20) == 0).toList());
        Collections.shuffle(sent, random);

        streams.engage(sent);
        api.caughtUp();

        Map<String, Long> a = new TreeMap<>();
        Map<String, Long> b = new TreeMap<>();
        events.stream()
                .collect(Collectors.groupingBy(Event::member, Collectors.groupingBy(Event::day, Collectors.counting())))
                .forEach((member, days) -> days.values().forEach(count -> {
                    a.merge(member, Math.min(2 * count, 20) + 5, Long::sum);
                    b.merge(member, Math.min(2 * count + 5, 20), Long::sum);
                }));
        assertThat(api.balances(community, "points")).isEqualTo(a);
        assertThat(api.balances(community, "b")).isEqualTo(b);
        api.assertSound(community);
    }

    @Test
    void tellsEachCreditAndWhatTheMemberHasAfterIt() {
        rule("message-points", "points", 2, "");
        streams.engage(List.of(event("e1", "ada", NOON), event("e1", "ada", NOON), event("e2", "ada", NOON)));
        api.caughtUp();

        List<CloudEvent> credited =
                streams.read(Topics.INCENTIVE, 2, event -> event.community().equals(community));
        assertThat(credited).hasSize(2).allSatisfy(event -> {
            assertThat(event.key()).isEqualTo(community + "/ada");
            assertThat(event.source()).isEqualTo("/incentive-service");
        });
        assertThat(credited).extracting(CloudEvent::causationId).containsExactlyInAnyOrder("e1", "e2");
        Credited first = ContractJson.read(data(credited.getFirst()), Credited.class);
        assertThat(first.amount()).isEqualTo(2);
        assertThat(first.cause().rule()).isEqualTo("message-points");
        assertThat(first.cause().ruleVersion()).isEqualTo(1);
        assertThat(first.localDate()).isEqualTo("2026-02-17");
        List<CloudEvent> states =
                streams.read(Topics.BALANCE_STATE, 1, event -> event.community().equals(community));
        BalanceState last = ContractJson.read(data(states.getLast()), BalanceState.class);
        assertThat(last.balances()).isEqualTo(Map.of("points", 4L));
        assertThat(states.getLast().aggregateVersion()).isEqualTo(last.version());
    }

    @Test
    void namesOnEachEntryTheVersionThatPaidAndPaysAnEventOnceWhateverTheVersion() {
        rule("message-points", "points", 2, "");
        streams.engage(List.of(event("e1", "ada", NOON)));
        api.caughtUp();
        api.put(path("earning-rules/message-points"), body("points", 3, ""), 1)
                .then()
                .statusCode(200);
        streams.engage(List.of(event("e1", "ada", NOON), event("e2", "ada", NOON)));
        api.caughtUp();

        api.get(path("members/ada/entries?limit=1"))
                .then()
                .body("items[0].amount", equalTo(3))
                .body("items[0].ruleVersion", equalTo(2))
                .body("items[0].sourceEvent", equalTo("e2"));
        String next = api.get(path("members/ada/entries?limit=1")).jsonPath().getString("next");
        api.get(path("members/ada/entries?limit=1&cursor=" + next))
                .then()
                .body("items[0].amount", equalTo(2))
                .body("items[0].ruleVersion", equalTo(1))
                .body("items[0].localDate", equalTo("2026-02-17"))
                .body("next", org.hamcrest.Matchers.nullValue());
        api.get(path("members/ada/balances")).then().body("items[0].points", equalTo(5));
    }

    @Test
    void alwaysAppliesTheVersionThatWasSavedBeforeTheEventWasSent() {
        rule("message-points", "points", 1, "");
        Map<String, Long> expected = new TreeMap<>();
        for (int round = 1; round <= 20; round++) {
            streams.engage(List.of(event("e" + round, "m" + round, NOON)));
            expected.put("m" + round, (long) round);
            api.caughtUp();
            api.put(path("earning-rules/message-points"), body("points", round + 1, ""), round)
                    .then()
                    .statusCode(200);
        }

        assertThat(api.balances(community, "points")).isEqualTo(expected);
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() {
        rule("message-points", "points", 2, "");
        String key = community + "/ada";
        streams.engage(List.of(event("e1", "ada", NOON)));
        streams.raw(new ProducerRecord<>(
                Topics.ENGAGEMENT, key, "no event at all".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        streams.send(Streams.event(
                Topics.ENGAGEMENT,
                key,
                community,
                "not-hers",
                new dev.hearth.contract.engagement.EngagementRecorded(
                        MESSAGE,
                        "somebody-else",
                        null,
                        null,
                        null,
                        NOON,
                        "UTC",
                        java.time.LocalDate.EPOCH,
                        true,
                        null)));
        streams.engage(List.of(event("e2", "ada", NOON)));
        api.caughtUp();

        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 4L));
        assertThat(streams.deadLetters(key)).isEqualTo(2);
    }

    /** A client's mistake: the same event of two members, who may be in two partitions. One of them is paid. */
    @Test
    void paysAnEventOnceEvenIfItComesForTwoMembers() {
        rule("message-points", "points", 2, "");
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            events.add(event("e" + number, "ada", NOON));
            events.add(event("e" + number, "bob", NOON));
            events.add(event("e" + number, "eve", NOON));
        }
        streams.engage(events);
        api.caughtUp();

        assertThat(api.balances(community, "points").values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(400);
        api.assertSound(community);
    }

    @Test
    void answers503WhileTheDatabaseIsAwayAndRecoversAlone() {
        rule("message-points", "points", 2, "");
        LocalPostgres.shared().kill();
        try {
            streams.engage(List.of(event("e1", "ada", NOON)));
            Api.await(() -> api.get(path("members/ada/balances")).statusCode() == 503);
            assertThat(api.get(path("members/ada/balances")).header("Retry-After"))
                    .isNotNull();
        } finally {
            LocalPostgres.shared().restart();
        }

        api.caughtUp();
        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 2L));
        api.assertSound(community);
    }

    private void rule(String id, String currency, long amount, String caps) {
        api.put(path("earning-rules/" + id), body(currency, amount, caps))
                .then()
                .statusCode(201);
    }

    private static String body(String currency, long amount, String caps) {
        return "{\"kinds\":[\"" + MESSAGE + "\"],\"currency\":\"" + currency + "\",\"amount\":" + amount + ",\"caps\":["
                + caps + "]}";
    }

    private String path(String below) {
        return "/communities/" + community + "/" + below;
    }

    private Event event(String id, String member, Instant occurredAt) {
        return new Event(community, id, member, MESSAGE, occurredAt);
    }

    private static byte[] data(CloudEvent event) {
        byte[] data = event.data();
        assertThat(data).isNotNull();
        return data == null ? new byte[0] : data;
    }
}
