package dev.hearth.incentive.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.contract.incentive.CampaignCostRecorded;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.CampaignAward;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.state.Communities;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class CampaignResourceTest {
    private static final String TERMS = """
            {"name": "Spring", "opensAt": "2026-02-10T00:00:00Z", "endsAt": "2036-03-01T00:00:00Z",
             "targets": [{"metric": "members-reached", "value": 2}, {"metric": "sales", "value": 9}],
             "money": [{"currency": "CNY", "amount": 100000}], "holdOutPermille": %d,
             "alertPercents": [80, 50], "status": "%s"}""";

    @Inject
    Budgets budgets;

    @Inject
    Bookkeeping books;

    @Inject
    Pool pool;

    @Inject
    Communities communities;

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";

    @BeforeEach
    void begin() {
        community = api.community(streams);
    }

    @AfterEach
    void end() {
        api.assertSound(community);
        streams.close();
    }

    @Test
    void keepsEveryVersionOfItsTerms() {
        put(100, "DRAFT").then().statusCode(201).body("status", equalTo("DRAFT"));
        put(100, "DRAFT").then().statusCode(200).header("ETag", "\"1\"");
        api.put(path(""), TERMS.formatted(100, "ACTIVE")).then().statusCode(428);
        api.put(path(""), TERMS.formatted(100, "ACTIVE"), 1)
                .then()
                .statusCode(200)
                .body("alertPercents", equalTo(List.of(50, 80)));
        api.get(path("/versions")).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String[] bad : new String[][] {
            {"\"opensAt\": \"2026-02-10T00:00:00Z\"", "\"opensAt\": \"2046-02-10T00:00:00Z\"", "/endsAt"},
            {"\"CNY\"", "\"XYZQ\"", "/money/0/currency"},
            {"\"amount\": 100000", "\"amount\": 0", "/money/0/amount"},
            {"\"holdOutPermille\": 0", "\"holdOutPermille\": 901", "/holdOutPermille"},
            {"[80, 50]", "[0]", "/alertPercents/0"},
            {"\"value\": 2", "\"value\": -2", "/targets/0/value"}
        }) {
            api.put(path(""), TERMS.formatted(0, "ACTIVE").replace(bad[0], bad[1]))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(bad[2]));
        }
    }

    @Test
    void whoIsHeldOutIsFixedOnceTheCampaignIsActive() {
        put(100, "DRAFT").then().statusCode(201);
        api.put(path(""), TERMS.formatted(200, "ACTIVE"), 1).then().statusCode(200);
        api.put(path(""), TERMS.formatted(100, "ACTIVE"), 2)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/hold-out-fixed"));
    }

    @Test
    void fundsABudgetOncePerKeyAndGivesBackWhatIsLeftAtTheClosing() {
        put(0, "ACTIVE").then().statusCode(201);
        fund("k1", 1_000).statusCode(201).header("Location", endsWith("/budgets/points"));
        fund("k1", 1_000).statusCode(201).header("Idempotency-Replayed", "true");
        fund("k2", 500).statusCode(201).body("left", equalTo(1_500));
        api.post(path("/fundings"), "{\"currency\": \"gold\", \"points\": 5}", "k3")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/budget-currency-not-introduced"));
        assertThat(draw("ada", 400)).isEqualTo(400);

        api.put(path(""), TERMS.formatted(0, "RETIRED"), 1).then().statusCode(200);

        api.get(path("/budgets/points"))
                .then()
                .statusCode(200)
                .body("funded", equalTo(1_500))
                .body("drawn", equalTo(400))
                .body("returned", equalTo(1_100))
                .body("left", equalTo(0));
        fund("k4", 1).statusCode(409).body("type", equalTo("/problems/campaign-closed"));
        assertThat(draw("ada", 1)).isZero();
        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 400L));
    }

    @Test
    void listsTheBudgetsOfAllCampaignsWithWhatTheyAreOf() {
        api.put("/communities/" + community + "/currencies/gold", "{\"name\":\"Gold\"}")
                .then()
                .statusCode(201);
        put(0, "ACTIVE").then().statusCode(201);
        fund("k1", 1_000).statusCode(201);
        api.post(path("/fundings"), "{\"currency\": \"gold\", \"points\": 7}", "k2")
                .then()
                .statusCode(201);
        String autumn = "/communities/" + community + "/campaigns/autumn";
        api.put(autumn, TERMS.formatted(0, "ACTIVE").replace("Spring", "Autumn"))
                .then()
                .statusCode(201);
        api.post(autumn + "/fundings", "{\"currency\": \"points\", \"points\": 50}", "k3")
                .then()
                .statusCode(201);
        api.put("/communities/" + community + "/campaigns/unfunded", TERMS.formatted(0, "ACTIVE"))
                .then()
                .statusCode(201);
        assertThat(draw("ada", 400)).isEqualTo(400);
        // Prepared only: it is not in force, so it is not told.
        api.put(path(""), TERMS.formatted(0, "DRAFT").replace("Spring", "Summer"), 1)
                .then()
                .statusCode(200);
        api.put(autumn, TERMS.formatted(0, "RETIRED").replace("Spring", "Autumn"), 1)
                .then()
                .statusCode(200);

        String budgets = "/communities/" + community + "/budgets";
        ValidatableResponse all = api.get(budgets).then().statusCode(200);
        all.body("items.campaign", equalTo(List.of("autumn", "spring", "spring")))
                .body("items.name", equalTo(List.of("Autumn", "Spring", "Spring")))
                .body("items.status", equalTo(List.of("RETIRED", "ACTIVE", "ACTIVE")))
                .body("items.budget.currency", equalTo(List.of("points", "gold", "points")))
                .body("items.budget.funded", equalTo(List.of(50, 7, 1_000)))
                .body("items.budget.drawn", equalTo(List.of(0, 0, 400)))
                .body("items.budget.left", equalTo(List.of(0, 7, 600)))
                .body("items.budget.returned", equalTo(List.of(50, 0, 0)))
                .body("items.endsAt", equalTo(java.util.Collections.nCopies(3, "2036-03-01T00:00:00Z")))
                .body("items[1].alertPercents", equalTo(List.of(50, 80)))
                .body("next", nullValue());
        // What is told of one budget by itself is told of it among all.
        assertThat(all.extract().jsonPath().getMap("items[2].budget"))
                .isEqualTo(api.get(path("/budgets/points")).jsonPath().getMap(""));

        String next = api.get(budgets + "?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        api.get(budgets + "?limit=2&cursor=" + next)
                .then()
                .body("items.budget.funded", equalTo(List.of(1_000)))
                .body("next", nullValue());
        api.get(budgets + "?status=RETIRED").then().body("items.campaign", equalTo(List.of("autumn")));
        api.get(budgets + "?status=OPEN").then().statusCode(400);
        api.get(budgets + "?cursor=YQ").then().statusCode(400);
    }

    @Test
    void aBudgetThatWasNeverFundedIsNotThere() {
        put(0, "ACTIVE").then().statusCode(201);
        api.get(path("/budgets/points")).then().statusCode(404).body("type", equalTo("/problems/unknown-budget"));
        api.post(
                        "/communities/" + community + "/campaigns/none/fundings",
                        "{\"currency\":\"points\",\"points\":5}",
                        "k")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-campaign"));
    }

    @Test
    void costsAreCorrectedByCounterEntriesOnly() {
        put(0, "ACTIVE").then().statusCode(201);
        String labour = cost("c1", "LABOUR", "readers", 48_000);
        assertThat(cost("c1", "LABOUR", "readers", 48_000)).isEqualTo(labour);
        String _ = cost("c2", "GOODS", null, 20_000);
        String _ = cost("c3", "LABOUR", "readers", 2_000);
        String corrections = "/communities/" + community + "/costs/" + labour + "/corrections";
        String counter = api.post(corrections, "{\"note\": \"not ours\"}", "c4")
                .then()
                .statusCode(201)
                .body("amount", equalTo(-48_000))
                .body("corrects", equalTo(labour))
                .extract()
                .path("cost");
        api.post(corrections, "{\"note\": \"again\"}", "c5")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/cost-corrected"));
        api.post(corrections.replace(labour, counter), "{\"note\": \"again\"}", "c6")
                .then()
                .statusCode(409);

        api.get(path("/costs?limit=3")).then().body("items", hasSize(3)).body("items[0].cost", equalTo(labour));
        api.get(path("/report"))
                .then()
                .statusCode(200)
                .body("money[0].planned", equalTo(100_000))
                .body("money[0].spent", equalTo(22_000))
                .body("costs.find { it.type == 'LABOUR' }.amount", equalTo(2_000))
                .body("costs.find { it.type == 'LABOUR' }.group", equalTo("readers"))
                .body("costs.find { it.type == 'GOODS' }.amount", equalTo(20_000));
    }

    @Test
    void aCostTellsTheLocalDayOnWhichItWasRecorded() {
        put(0, "ACTIVE").then().statusCode(201);
        ZoneId zone = streams.moveToAnotherDay(community);
        Api.await(() -> communities.zone(community, null).equals(zone));

        String cost = cost("c1", "GOODS", null, 20_000);

        CloudEvent told = streams.read(
                        Topics.INCENTIVE,
                        1,
                        event -> event.key().equals(community)
                                && event.type().equals("dev.hearth.incentive.campaign-cost-recorded.v1"))
                .getFirst();
        CampaignCostRecorded recorded =
                ContractJson.read(Objects.requireNonNull(told.data()), CampaignCostRecorded.class);
        assertThat(recorded.cost()).isEqualTo(cost);
        assertThat(recorded.localDate()).isEqualTo(LocalDate.ofInstant(told.time(), zone));
    }

    @Test
    void reportsWhomItReachedAndTellsEachShareOfItsBudgetOnce() {
        put(500, "ACTIVE").then().statusCode(201);
        fund("k1", 1_000).statusCode(201);
        List<String> members = List.of("ada", "bob", "eve", "kim", "lea", "max", "noa", "ola", "pia", "rob");
        long drawn = members.stream().mapToLong(member -> draw(member, 100)).sum();
        int treated = Math.toIntExact(drawn / 100);

        api.get(path("/report"))
                .then()
                .statusCode(200)
                .body("budgets[0].drawn", equalTo(Math.toIntExact(drawn)))
                .body("awards", equalTo(treated))
                .body("holdOut.treated", equalTo(treated))
                .body("holdOut.heldOut", equalTo(members.size() - treated))
                .body("targets[0].actual", equalTo(treated))
                .body("targets[0].reached", equalTo(treated >= 2))
                .body("targets[1].actual", nullValue());

        fund("k2", 10_000).statusCode(201);
        api.put(path(""), TERMS.formatted(500, "ACTIVE").replace("[80, 50]", "[1, 99]"), 1)
                .then()
                .statusCode(200);
        if (treated > 1) {
            Api.await(
                    () -> api.get(path("/report")).jsonPath().getList("alerts").size() >= 1);
            assertThat(streams.read(Topics.INCENTIVE, 1, this::isAlert)).hasSize(1);
        }
    }

    private boolean isAlert(CloudEvent event) {
        return event.community().equals(community)
                && event.type().equals("dev.hearth.incentive.campaign-budget-reached.v1")
                && new String(java.util.Objects.requireNonNull(event.data()), java.nio.charset.StandardCharsets.UTF_8)
                        .contains("\"percent\":1,");
    }

    /** Pays as rules do; answers how much. */
    private long draw(String member, long points) {
        CampaignId campaign = new CampaignId(community, "spring");
        BudgetId budget = new BudgetId(campaign, "points");
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        return pool.withTransaction(connection -> budgets.open(connection, Set.of(campaign))
                        .chain(read -> budgets.escrow(connection, 3, read, Map.of(budget, points))
                                .chain(grants -> {
                                    boolean heldOut = java.util.Objects.requireNonNull(read.get(campaign))
                                            .admission(member, now)
                                            .name()
                                            .equals("HELD_OUT");
                                    long paid = heldOut ? 0 : grants.of(budget);
                                    var awards = paid == 0 && !heldOut
                                            ? List.<CampaignAward>of()
                                            : List.of(new CampaignAward(budget, member, paid));
                                    return budgets.draw(connection, 3, awards)
                                            .chain(() -> books.with(
                                                    connection, Set.of(new Holder(community, member)), drafted -> {
                                                        grants.transfers().draft(drafted);
                                                        if (paid > 0) {
                                                            var _ = drafted.draft(
                                                                            TransactionType.EARNED,
                                                                            new Cause.Requested(
                                                                                    community, Api.fresh("award")),
                                                                            new When(now, LocalDate.EPOCH))
                                                                    .credit(
                                                                            budget.currencyId(),
                                                                            member,
                                                                            paid,
                                                                            Account.NEVER,
                                                                            Budgets.account(budget, 3))
                                                                    .record();
                                                        }
                                                        return io.smallrye.mutiny.Uni.createFrom()
                                                                .item(paid);
                                                    }));
                                })))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private String cost(String key, String type, @org.jspecify.annotations.Nullable String group, long amount) {
        String body = "{\"type\": \"" + type + "\"" + (group == null ? "" : ", \"group\": \"" + group + "\"")
                + ", \"amount\": " + amount + ", \"currency\": \"CNY\", \"note\": \"work\"}";
        return api.post(path("/costs"), body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("cost");
    }

    private Response put(int holdOut, String status) {
        return api.put(path(""), TERMS.formatted(holdOut, status));
    }

    private ValidatableResponse fund(String key, long points) {
        return api.post(path("/fundings"), "{\"currency\": \"points\", \"points\": " + points + "}", key)
                .then();
    }

    private String path(String below) {
        return "/communities/" + community + "/campaigns/spring" + below;
    }
}
