package dev.hearth.incentive.redemption;

import static dev.hearth.incentive.LedgerDatabase.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.contract.incentive.RewardRedeemed;
import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.state.Communities;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class RedemptionTest {
    private static final String CUP = "\"type\":\"GOODS\",\"price\":30";

    @Inject
    Pool pool;

    @Inject
    Bookkeeping bookkeeping;

    private Shop shop;

    @Inject
    Communities communities;

    @BeforeEach
    void open() {
        shop = new Shop(pool, bookkeeping);
    }

    @AfterEach
    void close() {
        shop.assertSound();
        shop.close();
    }

    @Test
    void paysAndFulfilsACouponInOneStepAndTellsItsCodeOnlyThen() {
        shop.rich("ada", 100);
        shop.reward("tea", "\"type\":\"COUPON\",\"price\":80");
        shop.codes("tea", "CODE-1");

        Response redeemed = shop.redeem("ada", "tea");

        redeemed.then()
                .statusCode(201)
                .body("state", equalTo("FULFILLED"))
                .body("code", equalTo("CODE-1"))
                .body("price", equalTo(80));
        assertThat(shop.spendable("ada")).isEqualTo(20);
        String id = redeemed.jsonPath().getString("redemption");
        assertThat(redeemed.header("Location")).endsWith(shop.base() + "/redemptions/" + id);
        shop.api().get(shop.base() + "/redemptions/" + id).then().body("code", equalTo("CODE-1"));
        shop.api().get(shop.of("ada") + "/redemptions").then().body("items[0].code", equalTo("CODE-1"));
        List<CloudEvent> told = eventsOf("ada", 4);
        assertThat(told)
                .extracting(CloudEvent::type)
                .contains("dev.hearth.incentive.reward-redeemed.v1", "dev.hearth.incentive.reward-fulfilled.v1");
        assertThat(told).noneMatch(event -> new String(Objects.requireNonNull(event.data()), UTF_8).contains("CODE-1"));
    }

    @Test
    void tellsTheLocalDayOnWhichThePriceWasPaid() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP);
        shop.stock("cup", 2);
        ZoneId zone = shop.streams().moveToAnotherDay(shop.community());
        Api.await(() -> communities.zone(shop.community(), null).equals(zone));
        String id = shop.reserved("ada", "cup");

        shop.confirm(id).then().statusCode(201);

        CloudEvent paid = shop.streams()
                .read(
                        Topics.INCENTIVE,
                        1,
                        event -> event.key().equals(Topics.memberKey(shop.community(), "ada"))
                                && event.type().equals("dev.hearth.incentive.reward-redeemed.v1"))
                .getFirst();
        RewardRedeemed redeemed = ContractJson.read(Objects.requireNonNull(paid.data()), RewardRedeemed.class);
        assertThat(redeemed.localDate()).isEqualTo(LocalDate.ofInstant(paid.time(), zone));
    }

    @Test
    void holdsWhatIsReservedUntilItIsConfirmedAndThenFulfilled() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP);
        shop.stock("cup", 2);

        String id = shop.reserved("ada", "cup");
        assertThat(shop.spendable("ada")).isEqualTo(70);
        assertThat(shop.held("ada")).isEqualTo(30);
        assertThat(shop.remaining("cup")).isEqualTo(1);

        shop.confirm(id).then().statusCode(201).body("state", equalTo("CONFIRMED"));
        assertThat(shop.spendable("ada")).isEqualTo(70);
        assertThat(shop.held("ada")).isZero();

        shop.fulfil(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FULFILLED"))
                .body("reference", equalTo("parcel-1"))
                .body("refundableUntil", nullValue());
        shop.refund(id).then().statusCode(409).body("type", equalTo("/problems/not-refundable"));
        assertThat(shop.remaining("cup")).isEqualTo(1);
    }

    @Test
    void keepsACodeBackUntilTheReservationIsConfirmedAndFreesItOtherwise() {
        shop.rich("ada", 100);
        shop.rich("bob", 100);
        shop.reward("tea", "\"type\":\"COUPON\",\"price\":80");
        shop.codes("tea", "CODE-1");

        String first = shop.reserve("ada", "tea")
                .then()
                .statusCode(201)
                .body("code", nullValue())
                .extract()
                .jsonPath()
                .getString("redemption");
        shop.api().get(shop.base() + "/reservations/" + first).then().body("code", nullValue());
        shop.redeem("bob", "tea").then().statusCode(409).body("type", equalTo("/problems/out-of-stock"));
        shop.cancel(first).then().statusCode(200).body("state", equalTo("CANCELLED"));
        String second = shop.reserved("bob", "tea");

        shop.confirm(second).then().statusCode(201).body("code", equalTo("CODE-1"));
        shop.confirm(first).then().statusCode(409).body("type", equalTo("/problems/wrong-state"));
        assertThat(shop.spendable("ada")).isEqualTo(100);
        assertThat(shop.spendable("bob")).isEqualTo(20);
    }

    @Test
    void putsPointsBackIntoTheLotsTheyCameFromWhateverWayItComesToNothing() {
        Instant soon = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);
        shop.member("ada");
        shop.give("ada", 20, soon);
        shop.give("ada", 50, soon.plus(Duration.ofDays(30)));
        shop.reward("cup", CUP + ",\"refundDays\":7");
        shop.stock("cup", 5);
        List<Long> lots = lotsOfAda();

        shop.cancel(shop.reserved("ada", "cup")).then().statusCode(200);
        assertThat(lotsOfAda()).isEqualTo(lots);
        String confirmed = shop.reserved("ada", "cup");
        shop.confirm(confirmed).then().statusCode(201);
        assertThat(lotsOfAda()).containsExactly(0L, 40L);
        shop.refund(confirmed).then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(lotsOfAda()).isEqualTo(lots);
        String fulfilled = shop.redeem("ada", "cup").jsonPath().getString("redemption");
        shop.fulfil(fulfilled).then().statusCode(200).body("refundableUntil", notNullValue());
        shop.refund(fulfilled).then().statusCode(200).body("state", equalTo("REFUNDED"));
        assertThat(lotsOfAda()).isEqualTo(lots);

        assertThat(shop.remaining("cup"))
                .as("what was handed over is not in stock again")
                .isEqualTo(4);
    }

    @Test
    void grantsAPrivilegeForItsTimeAndRevokesItWithTheRefund() {
        shop.rich("ada", 100);
        shop.reward(
                "title",
                "\"type\":\"PRIVILEGE\",\"price\":10,\"stockCounted\":false,\"refundDays\":7,"
                        + "\"privilege\":{\"kind\":\"TITLE\",\"name\":\"tea master\",\"days\":30}");

        String first = shop.redeem("ada", "title").jsonPath().getString("redemption");
        shop.redeem("ada", "title").then().statusCode(201).body("state", equalTo("FULFILLED"));
        var privileges = shop.api().get(shop.of("ada") + "/privileges").jsonPath();

        assertThat(privileges.getList("items")).hasSize(2);
        assertThat(privileges.getString("items[0].from"))
                .as("the second begins where the first ends")
                .isEqualTo(privileges.getString("items[1].until"));
        assertThat(Duration.between(
                        Instant.parse(privileges.getString("items[1].from")),
                        Instant.parse(privileges.getString("items[1].until"))))
                .isEqualTo(Duration.ofDays(30));
        shop.refund(first).then().statusCode(200).body("state", equalTo("REFUNDED"));
        shop.api()
                .get(shop.of("ada") + "/privileges")
                .then()
                .body("items.state", equalTo(List.of("ACTIVE", "REVOKED")))
                .body("items[1].source", equalTo("redemption/" + first));
        assertThat(eventsOf("ada", 10))
                .extracting(CloudEvent::type)
                .contains(
                        "dev.hearth.incentive.privilege-granted.v1",
                        "dev.hearth.incentive.privilege-ended.v1",
                        "dev.hearth.incentive.redemption-cancelled.v1");
    }

    @Test
    void saysOfEachThingInTheWayWhatItIsAndDoesNothing() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP);
        shop.reward("dear", "\"type\":\"GOODS\",\"price\":101,\"stockCounted\":false");
        shop.reward("past", CUP + ",\"validUntil\":\"2026-01-01T00:00:00Z\"");
        shop.reward("future", CUP + ",\"validFrom\":\"2099-01-01T00:00:00Z\"");
        shop.reward("vip", CUP + ",\"visibleIf\":\"'vip' in member.tags\"");
        shop.reward("draft", CUP + ",\"status\":\"DRAFT\"");
        List<String> before = shop.everything();

        assertRefused(shop.redeem("nobody", "cup"), 422, "unknown-member");
        assertRefused(shop.redeem("ada", "none"), 404, "unknown-reward");
        assertRefused(shop.redeem("ada", "draft"), 404, "unknown-reward");
        assertRefused(shop.redeem("ada", "cup"), 409, "out-of-stock");
        assertRefused(shop.redeem("ada", "dear"), 409, "insufficient-points");
        assertRefused(shop.reserve("ada", "dear"), 409, "insufficient-points");
        assertRefused(shop.redeem("ada", "past"), 409, "reward-not-valid");
        assertRefused(shop.redeem("ada", "future"), 409, "reward-not-valid");
        assertRefused(shop.redeem("ada", "vip"), 403, "reward-not-visible");
        assertRefused(shop.confirm(UUID.randomUUID().toString()), 404, "unknown-redemption");
        assertRefused(shop.confirm("no-uuid"), 404, "unknown-redemption");
        shop.post(shop.of("ada") + "/redemptions", "{}").then().statusCode(422);

        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    void refusesMembersWhoAreNotInGoodStanding() {
        shop.rich("ada", 100);
        shop.reward("free", "\"type\":\"GOODS\",\"price\":0,\"stockCounted\":false");
        shop.streams()
                .member(new MemberState(
                        shop.community(), "ada", MemberStatus.BANNED, 0, Set.of(), Set.of(), null, false, 2));

        Api.await(() -> shop.redeem("ada", "free").statusCode() == 409);

        assertRefused(shop.redeem("ada", "free"), 409, "member-not-active");
    }

    @Test
    void showsAMemberOnlyWhatItMayRedeemAtItsOwnPrice() {
        shop.member("ada", "vip");
        shop.member("bob");
        shop.reward("cup", CUP + ",\"cost\":{\"minorUnits\":500,\"currency\":\"CNY\"}");
        shop.reward("vip", CUP + ",\"visibleIf\":\"'vip' in member.tags\"");
        shop.reward("past", CUP + ",\"validUntil\":\"2026-01-01T00:00:00Z\"");
        shop.stock("cup", 3);

        shop.api()
                .get(shop.of("ada") + "/rewards")
                .then()
                .body("items.reward", equalTo(List.of("cup", "vip")))
                .body("items.remaining", equalTo(List.of(3, 0)))
                .body("items[0].cost", nullValue());
        shop.api().get(shop.of("bob") + "/rewards").then().body("items.reward", equalTo(List.of("cup")));
        shop.api()
                .get(shop.of("ada") + "/rewards?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void listsWhatIsToBeHandedOverOldestFirst() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP);
        shop.stock("cup", 3);
        String first = shop.redeem("ada", "cup").jsonPath().getString("redemption");
        String second = shop.reserved("ada", "cup");
        String third = shop.redeem("ada", "cup").jsonPath().getString("redemption");
        String open = shop.base() + "/redemptions";

        shop.api().get(open).then().body("items.redemption", equalTo(List.of(first, third)));
        shop.api().get(open + "?state=RESERVED").then().body("items.redemption", equalTo(List.of(second)));
        String next = shop.api().get(open + "?limit=1").jsonPath().getString("next");
        shop.api().get(open + "?limit=1&cursor=" + next).then().body("items.redemption", equalTo(List.of(third)));
        shop.fulfil(first).then().statusCode(200);
        shop.api().get(open).then().body("items.redemption", equalTo(List.of(third)));
        shop.api().get(open + "?state=FULFILLED").then().statusCode(400);
    }

    @Test
    void asksThePriceOfTheMembersTier() {
        shop.rich("ada", 100);
        shop.rich("bob", 100);
        givenATier("ada", "gold");
        shop.reward("cup", CUP + ",\"stockCounted\":false,\"tierPrices\":[{\"tier\":\"gold\",\"price\":12}]");
        shop.reward("gold", CUP + ",\"stockCounted\":false,\"visibleIf\":\"member.tier == 'gold'\"");

        shop.redeem("ada", "cup").then().statusCode(201).body("price", equalTo(12));
        shop.redeem("bob", "cup").then().statusCode(201).body("price", equalTo(30));
        shop.redeem("ada", "gold").then().statusCode(201);
        assertRefused(shop.redeem("bob", "gold"), 403, "reward-not-visible");
        shop.api().get(shop.of("ada") + "/rewards").then().body("items.price", equalTo(List.of(12, 30)));
        shop.api().get(shop.of("bob") + "/rewards").then().body("items.price", equalTo(List.of(30)));
    }

    @Test
    void countsLimitsByWindowAndGivesBackWhatCameToNothing() {
        shop.rich("ada", 1_000);
        shop.reward(
                "cup",
                CUP + ",\"stockCounted\":false,\"limits\":[{\"window\":\"DAY\",\"times\":2},"
                        + "{\"window\":\"TOTAL\",\"times\":3}]");

        String first = shop.redeem("ada", "cup").jsonPath().getString("redemption");
        shop.redeem("ada", "cup").then().statusCode(201);
        assertRefused(shop.redeem("ada", "cup"), 409, "reward-limit-reached");
        shop.refund(first).then().statusCode(200);
        shop.redeem("ada", "cup").then().statusCode(201);

        shop.redeem("ada", "cup").then().statusCode(409).body("detail", containsString("2 a DAY"));
    }

    @Test
    void answersARepeatedKeyWithTheSameRedemption() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP);
        shop.stock("cup", 5);
        String path = shop.of("ada") + "/redemptions";

        Response first = shop.post(path, "{\"reward\":\"cup\"}", "the-key");
        Response again = shop.post(path, "{\"reward\":\"cup\"}", "the-key");

        assertThat(again.jsonPath().getString("redemption"))
                .isEqualTo(first.jsonPath().getString("redemption"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        shop.post(path, "{\"reward\":\"tea\"}", "the-key").then().statusCode(422);
        assertThat(shop.spendable("ada")).isEqualTo(70);
    }

    @Test
    void letsAMembersOwnTokenActForThatMemberOnly() {
        shop.rich("ada", 100);
        shop.rich("bob", 100);
        shop.reward("cup", CUP);
        shop.stock("cup", 5);
        String ada = TestTokens.member(shop.community(), "ada", "incentives:write incentives:read");
        String order = "{\"reward\":\"cup\"}";

        shop.post(shop.of("bob") + "/redemptions", order, "k1", ada).then().statusCode(403);
        String mine = shop.post(shop.of("ada") + "/reservations", order, "k2", ada)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("redemption");
        String others = shop.reserved("bob", "cup");
        shop.post(shop.base() + "/reservations/" + others + "/cancellations", "{}", "k3", ada)
                .then()
                .statusCode(404);
        Api.with(ada).get(shop.base() + "/redemptions/" + others).then().statusCode(404);
        shop.post(shop.base() + "/reservations/" + mine + "/confirmations", "{}", "k4", ada)
                .then()
                .statusCode(201);
        shop.post(shop.base() + "/redemptions/" + mine + "/refunds", "{}", "k5", ada)
                .then()
                .statusCode(403);
        Api.with(ada).get(shop.base() + "/rewards").then().statusCode(403);
    }

    @Test
    void entersStockAndNeverTakesOutMoreThanThereIs() {
        shop.reward("cup", CUP);
        shop.stock("cup", 20);
        shop.stock("cup", -5);

        assertRefused(
                shop.post(shop.base() + "/rewards/cup/stock-entries", "{\"quantity\":-16,\"reason\":\"lost\"}"),
                409,
                "insufficient-stock");

        assertThat(shop.remaining("cup")).isEqualTo(15);
        shop.api()
                .get(shop.base() + "/rewards/cup/stock-entries")
                .then()
                .body("items.quantity", equalTo(List.of(-5, 20)))
                .body("items.remaining", equalTo(List.of(15, 20)));
    }

    @Test
    void addsCodesOnceInEitherFormAndMakesNewOnes() {
        shop.reward("tea", "\"type\":\"COUPON\",\"price\":1");
        shop.reward("cup", CUP);
        String batches = shop.base() + "/rewards/tea/code-batches";

        shop.post(batches, "{\"codes\":[\"CODE-1\",\"CODE-2\"]}").then().body("added", equalTo(2));
        shop.post(batches, "{\"codes\":[\"CODE-2\",\"CODE-3\",\"CODE-3\"]}")
                .then()
                .body("added", equalTo(1))
                .body("known", equalTo(1));
        shop.post(batches, "{\"generate\":{\"count\":500}}")
                .then()
                .body("added", equalTo(500))
                .body("free", equalTo(503));
        shop.post(batches, "{\"codes\":[\"has blank\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/codes/0"));
        shop.post(batches, "{\"generate\":{\"count\":5,\"length\":6}}").then().statusCode(422);
        assertRefused(
                shop.post(shop.base() + "/rewards/cup/code-batches", "{\"codes\":[\"CODE-1\"]}"), 409, "no-coupon");
    }

    @Test
    void refusesARewardThatCannotBe() {
        String path = shop.base() + "/rewards/bad";
        String body = "{\"title\":\"x\",\"currency\":\"%s\",\"type\":\"GOODS\",\"price\":%s%s}";

        shop.api()
                .put(path, body.formatted("gold", "1", ""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/currency"));
        shop.api()
                .put(path, body.formatted("points", "-1", ""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/price"));
        shop.api()
                .put(path, body.formatted("points", "1", ",\"visibleIf\":\"member.colour == 'red'\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/visibleIf"));
        shop.api()
                .put(path, body.formatted("points", "1", ",\"limits\":[{\"window\":\"DAY\"}]"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/limits/0/times"));
        shop.api()
                .put(path, body.formatted("points", "1", ",\"visibleIf\":\"member.id == '\\u0000'\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/visibleIf"));
        shop.api().get(path).then().statusCode(404).body("type", equalTo("/problems/unknown-reward"));
        shop.api().get(shop.base() + "/rewards?cursor=AA").then().statusCode(400);
        shop.api().get(shop.base() + "/redemptions?cursor=AA").then().statusCode(400);
    }

    private void givenATier(String member, String tier) {
        shop.api()
                .put(
                        shop.base() + "/tiers/scheme",
                        "{\"currency\":\"points\",\"period\":{\"kind\":\"YEAR\"},\"tiers\":" + "[{\"tier\":\"" + tier
                                + "\",\"name\":\"A tier\",\"threshold\":500}]}")
                .then()
                .statusCode(201);
        shop.api()
                .put(
                        shop.of(member) + "/tier-override",
                        "{\"tier\":\"" + tier + "\",\"until\":\""
                                + Instant.now().plus(Duration.ofDays(30)) + "\",\"reason\":\"test\"}")
                .then()
                .statusCode(201);
    }

    private List<Long> lotsOfAda() {
        List<Long> lots = new ArrayList<>();
        await(pool.preparedQuery(
                                "select balance from account where community = $1 and kind = 'WALLET' and owner = 'ada'"
                                        + " order by expires_at")
                        .execute(Tuple.of(shop.community())))
                .forEach(row -> lots.add(row.getLong(0)));
        return lots;
    }

    private List<CloudEvent> eventsOf(String member, int count) {
        String key = Topics.memberKey(shop.community(), member);
        return shop.streams().read(Topics.INCENTIVE, count, event -> event.key().equals(key));
    }

    private static void assertRefused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("/problems/" + problem));
    }
}
