package dev.hearth.incentive.redemption;

import static dev.hearth.incentive.LedgerDatabase.await;
import static io.restassured.RestAssured.given;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.local.test.TestTokens;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A community of its own with members, points and rewards, as its callers use it. */
final class Shop implements AutoCloseable {
    static final LocalDate DAY = LocalDate.parse("2026-02-17");

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private final Pool pool;
    private final Bookkeeping bookkeeping;
    private final String community;

    Shop(Pool pool, Bookkeeping bookkeeping) {
        this.pool = pool;
        this.bookkeeping = bookkeeping;
        this.community = api.community(streams);
    }

    String community() {
        return community;
    }

    Streams streams() {
        return streams;
    }

    String base() {
        return "/communities/" + community;
    }

    String of(String member) {
        return base() + "/members/" + member;
    }

    /** A member in good standing, known here. */
    void member(String member, String... tags) {
        streams.member(community, member, tags);
        Api.await(() -> redeem(member, "none").statusCode() == 404);
    }

    /** The same with points that never expire. */
    void rich(String member, long points) {
        member(member);
        give(member, points, Account.NEVER);
    }

    void give(String member, long points, Instant expiresAt) {
        Holder holder = new Holder(community, member);
        CurrencyId currency = new CurrencyId(community, "points");
        var _ = await(pool.withTransaction(connection -> bookkeeping.with(connection, Set.of(holder), books -> {
            var _ = books.draft(
                            TransactionType.GRANTED,
                            new Cause.Requested(community, "gift/" + UUID.randomUUID()),
                            new When(Instant.EPOCH, DAY))
                    .credit(currency, member, points, expiresAt, Account.issuer(currency, 0))
                    .record();
            return Uni.createFrom().item(true);
        })));
    }

    /** Makes a reward out of these further properties, e.g. {@code "type":"GOODS","price":10}. */
    void reward(String reward, String properties) {
        api.put(base() + "/rewards/" + reward, "{\"title\":\"A reward\",\"currency\":\"points\"," + properties + "}")
                .then()
                .statusCode(201);
    }

    void stock(String reward, long quantity) {
        post(base() + "/rewards/" + reward + "/stock-entries", "{\"quantity\":" + quantity + ",\"reason\":\"test\"}")
                .then()
                .statusCode(200);
    }

    void codes(String reward, String... codes) {
        post(base() + "/rewards/" + reward + "/code-batches", "{\"codes\":[\"" + String.join("\",\"", codes) + "\"]}")
                .then()
                .statusCode(200);
    }

    Response redeem(String member, String reward) {
        return post(of(member) + "/redemptions", "{\"reward\":\"" + reward + "\"}");
    }

    Response reserve(String member, String reward) {
        return post(of(member) + "/reservations", "{\"reward\":\"" + reward + "\"}");
    }

    /** The id of a new reservation. */
    String reserved(String member, String reward) {
        return reserve(member, reward)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("redemption");
    }

    Response confirm(String reservation) {
        return post(base() + "/reservations/" + reservation + "/confirmations", "{}");
    }

    Response cancel(String reservation) {
        return post(base() + "/reservations/" + reservation + "/cancellations", "{}");
    }

    Response fulfil(String redemption) {
        return post(base() + "/redemptions/" + redemption + "/fulfilments", "{\"reference\":\"parcel-1\"}");
    }

    Response refund(String redemption) {
        return post(base() + "/redemptions/" + redemption + "/refunds", "{\"reason\":\"test\"}");
    }

    Response post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Response post(String path, String body, String key) {
        return post(path, body, key, TestTokens.all());
    }

    Response post(String path, String body, String key, String token) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    Api api() {
        return api;
    }

    long spendable(String member) {
        return balance(member, "spendable");
    }

    long held(String member) {
        return balance(member, "held");
    }

    private long balance(String member, String what) {
        List<Number> balances = api.get(of(member) + "/balances")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items." + what);
        return balances.stream().mapToLong(Number::longValue).sum();
    }

    long remaining(String reward) {
        return api.get(base() + "/rewards/" + reward + "/stock")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("remaining");
    }

    long number(String sql) {
        return await(pool.preparedQuery(sql).execute(Tuple.of(community)))
                .iterator()
                .next()
                .getLong(0);
    }

    /** Everything of the community that a redemption could leave behind, row by row. */
    List<String> everything() {
        List<String> rows = new ArrayList<>();
        for (String sql : List.of(
                "select t::text from reward_stock t where community = $1 order by reward, slot",
                "select t::text from redemption t where community = $1 order by redemption",
                "select t::text from coupon_code t where community = $1 order by reward, code",
                "select t::text from privilege t where community = $1 order by id",
                "select id, balance from account where community = $1 order by id",
                "select id from ledger_transaction where community = $1 order by id",
                "select member, version from holder where community = $1 order by member")) {
            for (Row row : await(pool.preparedQuery(sql).execute(Tuple.of(community)))) {
                rows.add(row.deepToString());
            }
        }
        return rows;
    }

    /** The stock is what was entered less what redemptions hold on to; the books add up. */
    void assertSound() {
        org.assertj.core.api.Assertions.assertThat(number("""
                        select coalesce(sum(abs(s.remaining - coalesce(e.entered, 0) + coalesce(r.out, 0))), 0)::bigint
                        from (select reward, sum(remaining) as remaining from reward_stock where community = $1
                            group by reward) s
                        left join (select reward, sum(quantity) as entered from stock_entry where community = $1
                            group by reward) e using (reward)
                        left join (select reward, count(*) as out from redemption where community = $1
                            and slot is not null and state not in ('CANCELLED', 'TIMED_OUT') group by reward) r using (reward)
                        """))
                .as("stock that no entry and no redemption explains")
                .isZero();
        org.assertj.core.api.Assertions.assertThat(number("""
                        select count(*) from coupon_code c left join redemption r using (redemption)
                        where c.community = $1 and c.redemption is not null
                            and (c.given_at is not null) is distinct from (r.fulfilled_at is not null)
                        """))
                .as("codes that were given to nobody, or fulfilled without a code")
                .isZero();
        org.assertj.core.api.Assertions.assertThat(number("""
                        select (coalesce((select sum(price) from redemption where community = $1 and state = 'RESERVED'), 0)
                            - coalesce((select sum(balance) from account where community = $1 and kind = 'HELD'), 0))::bigint
                        """))
                .as("held without a reservation")
                .isZero();
        org.assertj.core.api.Assertions.assertThat(number("""
                        select (coalesce((select sum(price) from redemption where community = $1
                                and state in ('CONFIRMED', 'FULFILLED')), 0)
                            - coalesce((select sum(balance) from account where community = $1 and kind = 'REDEEMED'), 0))::bigint
                        """))
                .as("spent without a redemption")
                .isZero();
        api.assertSound(community);
    }

    @Override
    public void close() {
        streams.close();
    }
}
