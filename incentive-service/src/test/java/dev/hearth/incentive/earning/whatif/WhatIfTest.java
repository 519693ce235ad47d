package dev.hearth.incentive.earning.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What-ifs against what is really paid, when the same events reach a community with the proposed rules. */
@QuarkusTest
@IncentiveStack
class WhatIfTest {
    private static final List<String> MEMBERS = List.of("ada", "bob", "carl", "dora", "emil");
    private static final String OLD = """
            {"kinds":["message.posted"],"currency":"points","amount":2,
             "caps":[{"scope":"MEMBER","window":"DAY","unit":"POINTS","limit":5}]%s}""";
    private static final String NEW = """
            {"kinds":["message.posted","answer.posted"],"currency":"points","amount":3,
             "condition":"member.tier == 'gold' || event.kind == 'message.posted'",
             "pay":{"multipliers":{"gold":150}},
             "caps":[{"scope":"MEMBER","window":"DAY","unit":"POINTS","limit":8},
                     {"scope":"MEMBER","window":"TOTAL","unit":"POINTS","limit":150}]%s}""";

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void tellsWhatActivationOnACopyThenPaysToEachMemberAndOnEachDay() {
        String community = prepared(OLD.formatted(""));
        streams.engage(history(community));
        api.caughtUp();
        api.put(rule(community), NEW.formatted(",\"status\":\"DRAFT\""), 1)
                .then()
                .statusCode(200);

        JsonPath told = ended(ask(community, "{\"days\":30,\"version\":2}"));

        assertThat(told.getString("status")).as(told.prettify()).isEqualTo("DONE");
        assertThat(told.getLong("done")).isEqualTo(told.getLong("total")).isPositive();
        assertThat(told.getBoolean("result.exact"))
                .as(told.getString("result.inexactBecause"))
                .isTrue();
        assertThat(told.getInt("result.events")).isEqualTo(history(community).size());
        String copy = prepared(NEW.formatted(""));
        streams.engage(history(copy));
        api.caughtUp();
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(29);
        assertPaid(told, "current", new Paid(community, from));
        assertPaid(told, "proposed", new Paid(copy, from));
    }

    @Test
    void retiringARuleIsWhatItsMembersLoseAndTermsAreTriedWithoutAVersion() {
        String community = prepared(OLD.formatted(""));
        List<Streams.Event> events = history(community);
        streams.engage(events);
        api.caughtUp();

        JsonPath without =
                ended(ask(community, "{\"days\":366,\"terms\":" + OLD.formatted(",\"status\":\"RETIRED\"") + "}"));
        JsonPath same = ended(ask(community, "{\"days\":366,\"terms\":" + OLD.formatted("") + "}"));

        Map<String, Long> all = new Paid(community, LocalDate.EPOCH).members;
        long sum = all.values().stream().mapToLong(Long::longValue).sum();
        assertThat(without.getLong("result.currencies[0].current.points")).isEqualTo(sum);
        assertThat(without.getInt("result.currencies[0].losers")).isEqualTo(MEMBERS.size());
        assertThat(without.getInt("result.currencies[0].winners")).isZero();
        assertThat(without.getLong("result.currencies[0].difference")).isNegative();
        assertThat(same.getLong("result.currencies[0].proposed.points")).isEqualTo(sum);
        assertThat(same.getLong("result.currencies[0].difference")).isZero();
        assertThat(same.getList("result.currencies[0].mostLost")).isEmpty();
    }

    @Test
    void tellsWhenACampaignsBudgetRunsOutAndThatItIsARace() {
        String community = prepared(OLD.formatted(""));
        String base = "/communities/" + community;
        api.put(base + "/campaigns/spring", "{\"name\":\"Spring\",\"opensAt\":\"2026-01-01T00:00:00Z\"}")
                .then()
                .statusCode(201);
        api.post(base + "/campaigns/spring/fundings", "{\"currency\":\"points\",\"points\":20}")
                .then()
                .statusCode(201);
        List<Streams.Event> events = new ArrayList<>();
        for (int day = 9; day >= 0; day--) {
            events.add(event(community, "d" + day, "ada", "message.posted", now.minus(Duration.ofDays(day))));
        }
        streams.engage(events);
        api.caughtUp();

        JsonPath told = ended(ask(community, """
                {"days":5,"terms":{"kinds":["message.posted"],"currency":"points","amount":3,"pay":{"campaign":"spring"}}}"""));

        assertThat(told.getString("result.budgets[0].campaign")).isEqualTo("spring");
        assertThat(told.getLong("result.budgets[0].left")).isZero();
        assertThat(told.getString("result.budgets[0].runsOutOn"))
                .isEqualTo(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(3).toString());
        assertThat(told.getLong("result.currencies[0].difference")).isEqualTo((3 + 2) - 5 * 2);
        assertThat(told.getBoolean("result.exact")).isFalse();
        assertThat(told.getString("result.inexactBecause")).contains("messages: its budget pays who comes first");
        api.assertSound(community);
        assertThat(api.balances(community, "points")).containsEntry("ada", 10 * 2 + 50 + 5 * 7L);
    }

    @Test
    void tellsOfWhatTheProposedRuleCouldNotEvaluate() {
        String community = prepared(OLD.formatted(""));
        streams.engage(List.of(event(community, "e", "ada", "message.posted", now)));
        api.caughtUp();

        JsonPath told = ended(ask(community, """
                {"days":1,"terms":{"kinds":["message.posted"],"condition":"event.value > 1","currency":"points","amount":3}}"""));

        assertThat(told.getLong("result.faults.times")).isEqualTo(1);
        assertThat(told.getString("result.faults.rule")).isEqualTo("messages");
        assertThat(told.getString("result.faults.cause")).contains("value");
        api.get(rule(community)).then().body("faults", equalTo(null));
    }

    @Test
    void refusesWhatCannotBeTold() {
        String community = prepared(OLD.formatted(""));
        refused(community, "{}", "/days", "missing");
        refused(community, "{\"days\":0}", "/days", "1 to 366");
        refused(community, "{\"days\":367}", "/days", "1 to 366");
        refused(community, "{\"days\":1,\"version\":1,\"terms\":" + OLD.formatted("") + "}", "/version", "one of");
        refused(community, terms("\"amount\":3,\"condition\":\"event.value + 1\""), "/terms/condition", "bool");
        refused(community, terms("\"amount\":3,\"condition\":\"event.nothing == 1\""), "/terms/condition", "nothing");
        refused(community, terms("\"amount\":0"), "/terms/amount", "must be");
        refused(community, terms("\"amount\":3,\"caps\":[{\"cap\":\"none\"}]"), "/terms/caps", "none");
        refused(community, terms("\"amount\":3,\"pay\":{\"campaign\":\"none\"}"), "/terms/pay/campaign", "none");
        refused(community, terms("\"amount\":3").replace("points", "pounds"), "/terms/currency", "pounds");
        refused(community, terms("\"amount\":3").replace("message.", "massage."), "/terms/kinds/0", "massage.");
        ask(community, "{\"days\":1,\"version\":7}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-rule"))
                .body("detail", containsString("its last is 1"));
        api.post("/communities/" + community + "/earning-rules/none/what-ifs", "{\"days\":1}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-rule"));
        api.post("/communities/" + Api.fresh("nobody") + "/earning-rules/messages/what-ifs", "{\"days\":1}")
                .then()
                .statusCode(404);
    }

    @Test
    void isForThoseOfTheCommunityWhoMayReadIncentives() {
        String community = prepared(OLD.formatted(""));
        String path = rule(community) + "/what-ifs";
        TokenRequest reader = TokenRequest.forSubject("reader").scopes("incentives:read");

        Api.with(TestTokens.token(reader.community("elsewhere")))
                .post(path, "{\"days\":1}")
                .then()
                .statusCode(403);
        Api.with(TestTokens.token(
                        TokenRequest.forSubject("other").community(community).scopes("members:read")))
                .post(path, "{\"days\":1}")
                .then()
                .statusCode(403);
        Api.with(TestTokens.token(reader.community(community)))
                .post(path, "{\"days\":1}")
                .then()
                .statusCode(202);
    }

    @Test
    void theSameKeyIsTheSameTaskAndOfTheCommunityOnly() {
        String community = prepared(OLD.formatted(""));
        String other = api.community(streams);
        String path = rule(community) + "/what-ifs";
        Response first = api.post(path, "{\"days\":2}", "key-1");
        Response again = api.post(path, "{\"days\":2}", "key-1");

        first.then().statusCode(202);
        String task = first.jsonPath().getString("task");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.jsonPath().getString("task")).isEqualTo(task);
        assertThat(first.header("Location")).endsWith("/communities/" + community + "/tasks/" + task);
        api.post(path, "{\"days\":3}", "key-1").then().statusCode(422);
        api.get("/communities/" + other + "/tasks/" + task).then().statusCode(404);
        api.get("/communities/" + community + "/tasks").then().body("items", hasSize(1));
        api.get("/communities/" + community + "/tasks").then().body("items.type", everyItem(equalTo("what-if")));
        api.get("/communities/" + community + "/tasks").then().body("items.task", hasItem(task));
    }

    /** A community with tiers, what the members get besides, and the rule that is asked about. */
    private String prepared(String messages) {
        String community = api.community(streams);
        String base = "/communities/" + community;
        api.put(base + "/tiers/scheme", """
                {"currency":"points","period":{"kind":"LIFETIME"},
                 "tiers":[{"tier":"gold","name":"Gold","threshold":1000000}]}""").then().statusCode(201);
        api.put(
                        base + "/members/ada/tier-override",
                        "{\"tier\":\"gold\",\"until\":\"2031-01-01T00:00:00Z\",\"reason\":\"a test\"}")
                .then()
                .statusCode(201);
        saved(community, "first", "\"kinds\":[\"message.posted\"],\"amount\":50,\"pace\":{\"nth\":1}");
        saved(community, "daily", "\"kinds\":[\"message.posted\"],\"amount\":7,\"pace\":{\"streakDays\":2}");
        streams.kinds(community, "message.removed");
        saved(community, "down", "\"kinds\":[\"message.removed\"],\"amount\":-9");
        api.put(rule(community), messages).then().statusCode(201);
        return community;
    }

    private void saved(String community, String rule, String terms) {
        api.put("/communities/" + community + "/earning-rules/" + rule, "{\"currency\":\"points\"," + terms + "}")
                .then()
                .statusCode(201);
    }

    /** The same for each community: more days than are asked about, late, disordered and repeated. */
    private List<Streams.Event> history(String community) {
        Random random = new Random(7);
        List<Streams.Event> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String kind = List.of("message.posted", "message.posted", "answer.posted", "message.removed")
                    .get(random.nextInt(4));
            Instant at = now.minus(Duration.ofDays(random.nextInt(45))).minusSeconds(random.nextInt(3_600));
            events.add(event(community, "e" + i, MEMBERS.get(random.nextInt(MEMBERS.size())), kind, at));
        }
        events.addAll(events.subList(0, 60));
        Collections.shuffle(events.subList(200, events.size()), random);
        return events;
    }

    private static Streams.Event event(String community, String id, String member, String kind, Instant at) {
        return new Streams.Event(community, id, member, kind, at);
    }

    /** What was really paid for deeds of a day and the days after. */
    private final class Paid {
        private final Map<String, Long> members = new TreeMap<>();
        private final Map<LocalDate, Long> days = new TreeMap<>();

        Paid(String community, LocalDate from) {
            for (String member : MEMBERS) {
                String next = "";
                while (next != null) {
                    JsonPath page = api.get("/communities/" + community + "/members/" + member + "/entries?limit=100"
                                    + (next.isEmpty() ? "" : "&cursor=" + next))
                            .jsonPath();
                    List<Map<String, Object>> items = page.getList("items");
                    items.forEach(item -> add(member, item, from));
                    next = page.getString("next");
                }
            }
        }

        private void add(String member, Map<String, Object> item, LocalDate from) {
            LocalDate day = LocalDate.parse(String.valueOf(item.get("localDate")));
            if (!day.isBefore(from)) {
                long points = number(item.get("amount")) - number(item.get("owed"));
                members.merge(member, points, Long::sum);
                days.merge(day, points, Long::sum);
            }
        }

        private static long number(@Nullable Object value) {
            return Long.parseLong(String.valueOf(value));
        }
    }

    private static void assertPaid(JsonPath told, String side, Paid paid) {
        Map<String, Long> members = new TreeMap<>();
        for (String list : List.of("mostWon", "mostLost")) {
            List<Map<String, Object>> found = told.getList("result.currencies[0]." + list);
            found.forEach(one -> members.put(String.valueOf(one.get("memberId")), Paid.number(one.get(side))));
        }
        assertThat(members).as(side).isEqualTo(paid.members);
        Map<LocalDate, Long> days = new TreeMap<>();
        List<Map<String, Object>> found = told.getList("result.currencies[0].days");
        found.forEach(one -> days.put(LocalDate.parse(String.valueOf(one.get("day"))), Paid.number(one.get(side))));
        assertThat(days).as(side).hasSize(30);
        days.forEach(
                (day, points) -> assertThat(points).as(side + " on " + day).isEqualTo(paid.days.getOrDefault(day, 0L)));
        assertThat(told.getLong("result.currencies[0]." + side + ".points"))
                .isEqualTo(paid.members.values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private static String terms(String said) {
        return "{\"days\":1,\"terms\":{\"kinds\":[\"message.posted\"],\"currency\":\"points\"," + said + "}}";
    }

    private void refused(String community, String body, String pointer, String detail) {
        ask(community, body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    private Response ask(String community, String body) {
        return api.post(rule(community) + "/what-ifs", body);
    }

    private JsonPath ended(Response asked) {
        asked.then().statusCode(202);
        String path = asked.header("Location").replaceFirst("^https?://[^/]+", "");
        Api.await(() -> !"QUEUED RUNNING".contains(api.get(path).jsonPath().getString("status")));
        return api.get(path).jsonPath();
    }

    private static String rule(String community) {
        return "/communities/" + community + "/earning-rules/messages";
    }
}
