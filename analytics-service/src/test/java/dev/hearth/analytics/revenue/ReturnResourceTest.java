package dev.hearth.analytics.revenue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.incentive.CampaignCostRecorded;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnResourceTest {
    private static final String ENTRIES = "/communities/till/money-entries/";
    private static final String RETURNS = "/communities/till/returns?";
    private static final LocalDate DAY = LocalDate.parse("2026-03-14");

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private final Events incentive = new Events("incentive-service", Clock.systemUTC());
    private final Events engagement = new Events("engagement-service", Clock.systemUTC());
    private World world;

    @BeforeAll
    void trade() {
        world = new World(service);
        world.community("till");
        world.group("till", "runners");
        world.act("till", "ada", null, "message.posted", DAY);
        CloudEvent goods = cost("spring-run", "c1", "GOODS", null, 40_000, "CNY", null);
        world.send(goods);
        world.send(goods);
        world.send(cost("spring-run", "c2", "MONEY", "runners", 20_000, "CNY", null));
        world.send(cost("spring-run", "c3", "MONEY", "runners", -20_000, "CNY", "c2"));
        world.send(cost("other", "c4", "LABOUR", null, 500, "EUR", null));
        buy("ada", "purchase.made", 9_900);
        buy("ada", "purchase.refunded", 900);
        world.settle("till");
        put("sponsor", body("REVENUE", 50_000, "CNY", "\"model\":\"partnership\",\"campaign\":\"spring-run\""));
        put("fees", body("REVENUE", 7_000, "CNY", "\"model\":\"membership\",\"group\":\"runners\""));
        put("ads", body("COST", 3_000, "CNY", "\"channel\":\"weibo\""));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void whatACampaignBroughtAndCostComesTogetherAndCurrenciesStayApart() {
        assertThat(rows(RETURNS + "by=CAMPAIGN"))
                .containsExactly(
                        row("other", "EUR", 0, 500, -500, -1f),
                        row("spring-run", "CNY", 50_000, 40_000, 10_000, 0.25f),
                        row(null, "CNY", 7_000, 3_000, 4_000, 1.333333f));
    }

    @Test
    void modelsChannelsAndGroupsAreToldApart() {
        assertThat(rows(RETURNS + "by=MODEL&salesCurrency=CNY"))
                .containsExactly(
                        row("membership", "CNY", 7_000, 0, 7_000, null),
                        row("partnership", "CNY", 50_000, 0, 50_000, null),
                        row("sales", "CNY", 9_000, 0, 9_000, null),
                        row(null, "CNY", 0, 43_000, -43_000, -1f),
                        row(null, "EUR", 0, 500, -500, -1f));
        assertThat(rows(RETURNS + "by=CHANNEL")).contains(row("weibo", "CNY", 0, 3_000, -3_000, -1f));
        assertThat(rows(RETURNS + "by=MODEL&group=runners"))
                .containsExactly(row("membership", "CNY", 7_000, 0, 7_000, null), row(null, "CNY", 0, 0, 0, null));
    }

    @Test
    void onlyTheDaysAskedForCount() {
        assertThat(rows(RETURNS + "by=MODEL&from=2026-03-15&to=2026-03-20")).isEmpty();
        assertThat(rows(RETURNS + "by=PARTNER&from=2026-03-14&to=2026-03-14"))
                .containsExactly(row(null, "CNY", 57_000, 3_000, 54_000, 18f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount":1,"currency":"CNY","day":"2026-03-14"}                                     | /flow
            {"flow":"COST","currency":"CNY","day":"2026-03-14"}                                  | /amount
            {"flow":"COST","amount":0,"currency":"CNY","day":"2026-03-14"}                       | /amount
            {"flow":"COST","amount":1000000000001,"currency":"CNY","day":"2026-03-14"}           | /amount
            {"flow":"COST","amount":1,"currency":"XXQ","day":"2026-03-14"}                       | /currency
            {"flow":"COST","amount":1,"currency":"CNY"}                                          | /day
            {"flow":"COST","amount":1,"currency":"CNY","day":"2026-03-14","model":"no spaces"}   | /model
            """)
    void whatIsWrongIsNamed(String body, String pointer) {
        as("analytics:write")
                .body(body)
                .put(ENTRIES + "bad")
                .then()
                .statusCode(422)
                .body(containsString(pointer));
    }

    @Test
    void anEntryIsPutOnceAndDeletedWithItsTag() {
        String body = body("COST", 1, "JPY", "\"model\":\"x\"");
        put("passing", body);
        as("analytics:write").body(body).put(ENTRIES + "passing").then().statusCode(200);
        as("analytics:write")
                .body(body("COST", 2, "JPY", "\"model\":\"x\""))
                .put(ENTRIES + "passing")
                .then()
                .statusCode(428);
        as("analytics:read").get(ENTRIES + "passing").then().statusCode(200).body("amount", equalTo(1));
        as("analytics:read").delete(ENTRIES + "passing").then().statusCode(403);
        as("analytics:write")
                .header("If-Match", "\"1\"")
                .delete(ENTRIES + "passing")
                .then()
                .statusCode(204);
        as("analytics:read").get(ENTRIES + "passing").then().statusCode(404);
    }

    @Test
    void anUnknownDimensionOrCurrencyIsRefused() {
        as("analytics:read").get(RETURNS + "by=MOON").then().statusCode(400).body(containsString("by"));
        as("analytics:read")
                .get(RETURNS + "salesCurrency=nope")
                .then()
                .statusCode(400)
                .body(containsString("salesCurrency"));
    }

    private void buy(String member, String kind, long value) {
        Instant at = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        world.send(engagement.ofMember(
                "till",
                member,
                0,
                new EngagementRecorded(kind, member, null, null, value, at, "Europe/Berlin", DAY, true, null)));
    }

    private CloudEvent cost(
            String campaign,
            String id,
            String kind,
            @Nullable String group,
            long amount,
            String currency,
            @Nullable String corrects) {
        return incentive.of(
                "till",
                "till",
                null,
                1,
                new CampaignCostRecorded(campaign, id, kind, group, amount, currency, corrects, null));
    }

    private void put(String entry, String body) {
        Response answer = as("analytics:write").body(body).put(ENTRIES + entry);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private static String body(String flow, long amount, String currency, String more) {
        return "{\"flow\":\"%s\",\"amount\":%d,\"currency\":\"%s\",\"day\":\"%s\",%s}"
                .formatted(flow, amount, currency, DAY, more);
    }

    private RequestSpecification as(String scope) {
        return given().baseUri(service.toString())
                .header("Authorization", "Bearer " + TestTokens.with("till", scope))
                .contentType("application/json");
    }

    private List<Map<String, Object>> rows(String path) {
        return world.get(path).getList("items");
    }

    private static Map<String, Object> row(
            @Nullable String part, String currency, int revenue, int cost, int profit, @Nullable Float roi) {
        Map<String, Object> row = new HashMap<>();
        row.put("part", part);
        row.put("currency", currency);
        row.put("revenue", revenue);
        row.put("cost", cost);
        row.put("profit", profit);
        row.put("roi", roi);
        return row;
    }
}
