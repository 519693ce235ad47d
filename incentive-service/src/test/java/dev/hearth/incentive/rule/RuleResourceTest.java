package dev.hearth.incentive.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IncentiveStack
class RuleResourceTest {
    private static final String RULE =
            "{\"kinds\":[\"message.posted\"],\"currency\":\"points\",\"amount\":%d,\"caps\":[]}";

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        base = "/communities/" + api.community(streams);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void makesAVersionForEveryChangeAndKeepsThemAll() {
        String rule = base + "/earning-rules/message-points";

        api.put(rule, RULE.formatted(2))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1));
        api.put(rule, RULE.formatted(2)).then().statusCode(200).header("ETag", "\"1\"");
        api.put(rule, RULE.formatted(3)).then().statusCode(428);
        api.put(rule, RULE.formatted(3), 2).then().statusCode(412);
        api.put(rule, RULE.formatted(3), 1).then().statusCode(200).header("ETag", "\"2\"");
        api.put(rule, RULE.formatted(4), 2).then().statusCode(200).body("version", equalTo(3));

        api.get(rule).then().statusCode(200).body("amount", equalTo(4)).body("version", equalTo(3));
        api.get(base + "/earning-rules").then().body("items", hasSize(1)).body("next", nullValue());
        api.get(rule + "/versions?limit=2").then().body("items.amount", equalTo(List.of(4, 3)));
        String next = api.get(rule + "/versions?limit=2").jsonPath().getString("next");
        api.get(rule + "/versions?limit=2&cursor=" + next).then().body("items.amount", equalTo(List.of(2)));
    }

    @Test
    void keepsEverythingThatARuleSays() {
        api.put(base + "/caps/daily-20", "{\"unit\":\"POINTS\",\"limit\":20}")
                .then()
                .statusCode(201);
        String rule = base + "/earning-rules/bonus";

        api.put(rule, """
                        {"kinds":["reply.posted","message.posted"],"currency":"points","amount":5,
                         "caps":[{"cap":"daily-20"},{"unit":"TIMES","limit":1}],
                         "validFrom":"2026-02-17T00:00:00Z","validUntil":"2026-03-01T00:00:00Z"}
                        """).then().statusCode(201);

        api.get(rule)
                .then()
                .body("kinds", equalTo(List.of("message.posted", "reply.posted")))
                .body("caps[0].unit", equalTo("TIMES"))
                .body("caps[0].limit", equalTo(1))
                .body("caps[1].cap", equalTo("daily-20"))
                .body("validFrom", equalTo("2026-02-17T00:00:00Z"))
                .body("validUntil", equalTo("2026-03-01T00:00:00Z"))
                .body("changedBy", equalTo("local"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kinds\":[],\"currency\":\"points\",\"amount\":2} | 422 | /kinds | 1 to 50",
                "{\"kinds\":[\"a b\"],\"currency\":\"points\",\"amount\":2} | 422 | /kinds/0 | must be",
                "{\"kinds\":[\"a\",\"a\"],\"currency\":\"points\",\"amount\":2} | 422 | /kinds/1 | twice",
                "{\"currency\":\"points\",\"amount\":2} | 422 | /kinds | missing",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\"} | 422 | /amount | missing",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":0} | 422 | /amount | 1 to 1000000",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":1000001} | 422 | /amount | 1 to 1000000",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"gold\",\"amount\":2} | 422 | /currency | PUT the currency first",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"caps\":[{\"cap\":\"none\"}]} | 422 | /caps | PUT the cap first",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"caps\":[{}]} | 422 | /caps/0/unit | missing",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"caps\":[{\"unit\":\"POINTS\"}]} | 422 | /caps/0/limit | missing",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"caps\":[{\"unit\":\"POINTS\",\"limit\":0}]} | 422 | /caps/0/limit | 1 to",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"caps\":[{\"cap\":\"x\",\"limit\":3}]} | 422 | /caps/0 | one or the other",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"caps\":[{\"unit\":\"TIMES\",\"limit\":1},{\"unit\":\"TIMES\",\"limit\":2}]} | 422 | /caps/1 | twice",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"validFrom\":\"2026-03-01T00:00:00Z\",\"validUntil\":\"2026-03-01T00:00:00Z\"} | 422 | /validUntil | after validFrom",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":\"2\"} | 400 | /amount | ''",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"validFrom\":\"soon\"} | 400 | /validFrom | ''",
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":2,\"prize\":1} | 400 | /prize | ''",
            })
    void refusesABadRuleNamingThePlaceAndTheRemedy(String body, int status, String pointer, String detail) {
        api.put(base + "/earning-rules/bad", body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
        api.get(base + "/earning-rules/bad").then().statusCode(404);
    }

    @Test
    void refusesCapsWhoseEffectWouldDependOnTheOrderOfEvents() {
        api.put(base + "/caps/once", "{\"unit\":\"TIMES\",\"limit\":1}").then().statusCode(201);
        String shared =
                "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":%d,\"caps\":[{\"cap\":\"once\"}]}";
        api.put(base + "/earning-rules/one", shared.formatted(5)).then().statusCode(201);

        api.put(base + "/earning-rules/two", shared.formatted(2))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/order-dependent-caps"))
                .body("errors[0].pointer", equalTo("/caps"))
                .body("errors[0].detail", containsString("same amount"));
    }

    @Test
    void refusesToTurnACapIntoOneWhoseEffectDependsOnTheOrder() {
        api.put(base + "/caps/daily", "{\"unit\":\"POINTS\",\"limit\":20}")
                .then()
                .statusCode(201);
        for (int amount : new int[] {2, 5}) {
            api.put(
                            base + "/earning-rules/rule-" + amount,
                            "{\"kinds\":[\"task.completed\"],\"currency\":\"points\",\"amount\":" + amount
                                    + ",\"caps\":[{\"cap\":\"daily\"}]}")
                    .then()
                    .statusCode(201);
        }

        api.put(base + "/caps/daily", "{\"unit\":\"TIMES\",\"limit\":20}", 1)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/unit"));
        api.put(base + "/caps/daily", "{\"unit\":\"POINTS\",\"limit\":30}", 1)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void makesOneRuleOnceHoweverManyClientsRaceForIt() throws Exception {
        String rule = base + "/earning-rules/raced";
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> answers = IntStream.range(0, 16)
                    .mapToObj(client -> clients.submit(
                            () -> api.put(rule, RULE.formatted(2)).statusCode()))
                    .toList();
            int created = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 201);
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        api.get(rule + "/versions").then().body("items", hasSize(1));
    }

    @Test
    void letsNobodyInWithoutScopeOrCommunity() {
        String community = base.substring("/communities/".length());
        String rule = base + "/earning-rules/mine";

        Api.with(TestTokens.with(community, "incentives:read"))
                .put(rule, RULE.formatted(2))
                .then()
                .statusCode(403);
        Api.with(TestTokens.with("elsewhere", "incentives:write"))
                .put(rule, RULE.formatted(2))
                .then()
                .statusCode(403);
        Api.with(TestTokens.member(community, "ada", "incentives:write"))
                .put(rule, RULE.formatted(2))
                .then()
                .statusCode(403);
        api.put("/communities/nowhere/earning-rules/mine", RULE.formatted(2))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-community"));
    }
}
