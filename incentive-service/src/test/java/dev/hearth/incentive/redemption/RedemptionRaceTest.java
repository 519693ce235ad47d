package dev.hearth.incentive.redemption;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.privilege.Granting;
import dev.hearth.incentive.reward.Rewards;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once, and whatever breaks between two steps. */
@QuarkusTest
@IncentiveStack
class RedemptionRaceTest {
    private static final int CLIENTS = 64;
    private static final String CUP = "\"type\":\"GOODS\",\"price\":30";

    @Inject
    Pool pool;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Redemptions redemptions;

    @Inject
    Rewards rewards;

    @Inject
    Ordering ordering;

    @Inject
    Handling handling;

    @Inject
    Handover handover;

    @Inject
    Granting granting;

    @Inject
    RedemptionEvents redemptionEvents;

    @Inject
    Events events;

    @Inject
    Outbox outbox;

    @Inject
    Uuid7 ids;

    private Shop shop;

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
    void givesTheLastItemToExactlyOneOf64Members() throws Exception {
        IntStream.range(0, CLIENTS).forEach(client -> shop.rich("m" + client, 30));
        shop.reward("cup", CUP);
        shop.stock("cup", 1);

        Map<Integer, Long> statuses = statuses(race(client -> shop.redeem("m" + client, "cup")));

        assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, 63L));
        assertThat(shop.remaining("cup")).isZero();
        assertThat(IntStream.range(0, CLIENTS)
                        .mapToLong(client -> shop.spendable("m" + client))
                        .sum())
                .isEqualTo(63 * 30);
    }

    @Test
    void givesAsManyAsThereAreThoughTheyLieInDifferentSlots() throws Exception {
        IntStream.range(0, CLIENTS).forEach(client -> shop.rich("m" + client, 30));
        shop.reward("cup", CUP);
        shop.stock("cup", 40);

        Map<Integer, Long> statuses = statuses(race(client -> shop.reserve("m" + client, "cup")));

        assertThat(statuses).isEqualTo(Map.of(201, 40L, 409, 24L));
        assertThat(shop.remaining("cup")).isZero();
    }

    @Test
    void givesEachCodeOnceAndTheLastOneToExactlyOne() throws Exception {
        IntStream.range(0, CLIENTS).forEach(client -> shop.rich("m" + client, 30));
        shop.reward("tea", "\"type\":\"COUPON\",\"price\":30");
        shop.codes(
                "tea", IntStream.range(0, 40).mapToObj(code -> "CODE-" + code).toArray(String[]::new));

        List<Response> answers = race(client -> shop.redeem("m" + client, "tea"));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 40L, 409, 24L));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.jsonPath().getString("code"))
                        .collect(Collectors.toSet()))
                .hasSize(40);
    }

    @Test
    void redeemsOneKeyOnceHowever64ClientsRaceForIt() throws Exception {
        shop.rich("ada", 1_000);
        shop.reward("cup", CUP);
        shop.stock("cup", 100);

        List<Response> answers =
                race(client -> shop.post(shop.of("ada") + "/redemptions", "{\"reward\":\"cup\"}", "the-key"));

        assertThat(statuses(answers).keySet()).isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.jsonPath().getString("redemption"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(shop.number("select count(*) from redemption where community = $1"))
                .isEqualTo(1);
        assertThat(shop.spendable("ada")).isEqualTo(970);
        assertThat(shop.remaining("cup")).isEqualTo(99);
    }

    @Test
    void letsAMemberWhoRacesAgainstItselfRedeemOnlyWithinItsLimitsAndPoints() throws Exception {
        shop.rich("ada", 30 * 7);
        shop.reward("limited", CUP + ",\"stockCounted\":false,\"limits\":[{\"window\":\"WEEK\",\"times\":5}]");
        shop.reward("free", CUP + ",\"stockCounted\":false");

        Map<Integer, Long> limited = statuses(race(client -> shop.redeem("ada", "limited")));
        Map<Integer, Long> free = statuses(race(client -> shop.reserve("ada", "free")));

        assertThat(limited).isEqualTo(Map.of(201, 5L, 409, 59L));
        assertThat(free).isEqualTo(Map.of(201, 2L, 409, 62L));
        assertThat(shop.spendable("ada")).isZero();
    }

    @Test
    void endsEachReservationOnceWhetherItIsConfirmedCancelledOrTimesOut() throws Exception {
        shop.rich("ada", 30 * CLIENTS);
        shop.reward("cup", CUP + ",\"reservationMinutes\":15");
        shop.stock("cup", CLIENTS);
        List<String> reserved = new ArrayList<>();
        for (int one = 0; one < CLIENTS; one++) {
            reserved.add(shop.reserved("ada", "cup"));
        }

        List<Response> answers = race(client -> switch (client % 4) {
            case 0, 1 -> shop.confirm(reserved.get(client));
            case 2 -> shop.cancel(reserved.get(client - 1));
            default -> {
                var _ = timeOut(Duration.ofHours(1), 3);
                yield shop.cancel(reserved.get(client));
            }
        });
        while (timeOut(Duration.ofHours(1), 7) == 7) {}

        assertThat(answers).allMatch(answer -> answer.statusCode() / 100 != 5);
        long confirmed =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        assertThat(shop.number("select count(*) from redemption where community = $1 and state = 'CONFIRMED'"))
                .isEqualTo(confirmed);
        assertThat(shop.number("select count(*) from redemption where community = $1 and state = 'RESERVED'"))
                .isZero();
        assertThat(shop.held("ada")).isZero();
        assertThat(shop.spendable("ada")).isEqualTo(30 * (CLIENTS - confirmed));
        assertThat(shop.remaining("cup")).isEqualTo(CLIENTS - confirmed);
    }

    @Test
    void timesOutOnceHoweverManyReplicasLookAndNothingBeforeItsTime() throws Exception {
        shop.rich("ada", 300);
        shop.reward("cup", CUP);
        shop.reward("tea", "\"type\":\"COUPON\",\"price\":10");
        shop.stock("cup", 5);
        shop.codes("tea", "CODE-1", "CODE-2");
        for (int one = 0; one < 5; one++) {
            var _ = shop.reserved("ada", "cup");
        }
        var _ = shop.reserved("ada", "tea");
        List<String> before = shop.everything();

        assertThat(timeOut(Duration.ofMinutes(14), 100)).isZero();
        assertThat(shop.everything()).isEqualTo(before);
        var _ = run(16, client -> timeOut(Duration.ofMinutes(16), 2));
        while (timeOut(Duration.ofMinutes(16), 2) == 2) {}

        assertThat(shop.number("select count(*) from redemption where community = $1 and state = 'TIMED_OUT'"))
                .isEqualTo(6);
        assertThat(shop.spendable("ada")).isEqualTo(300);
        assertThat(shop.remaining("cup")).isEqualTo(5);
        assertThat(shop.number("select count(*) from coupon_code where community = $1 and redemption is null"))
                .isEqualTo(2);
        assertThat(timeOut(Duration.ofMinutes(16), 100)).isZero();
    }

    @Test
    void refusesToConfirmWhatHasExpiredThoughNoJobHasSeenIt() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP);
        shop.stock("cup", 1);
        UUID reserved = UUID.fromString(shop.reserved("ada", "cup"));
        Handling later = new Handling(
                redemptions, rewards, later(Duration.ofMinutes(15)), handover, granting, redemptionEvents, outbox);

        assertThatThrownBy(
                        () -> await(pool.withTransaction(connection -> later.confirm(connection, request(reserved)))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(RedemptionProblem.RESERVATION_EXPIRED));

        assertThat(shop.held("ada")).isEqualTo(30);
    }

    @Test
    void leavesNothingOfAStepThatIsCutOffBeforeItsCommit() {
        shop.rich("ada", 100);
        shop.reward("cup", CUP + ",\"refundDays\":7");
        shop.reward("tea", "\"type\":\"COUPON\",\"price\":10,\"refundDays\":7");
        shop.reward(
                "title",
                "\"type\":\"PRIVILEGE\",\"price\":10,\"stockCounted\":false,\"refundDays\":7,"
                        + "\"privilege\":{\"kind\":\"TITLE\",\"name\":\"t\",\"days\":30}");
        shop.stock("cup", 3);
        shop.codes("tea", "CODE-1", "CODE-2");

        for (String reward : List.of("cup", "tea", "title")) {
            cutOff(connection -> ordering.place(connection, order(reward, Order.Mode.REDEEM)));
            cutOff(connection -> ordering.place(connection, order(reward, Order.Mode.RESERVE)));
            UUID reserved = UUID.fromString(shop.reserved("ada", reward));
            cutOff(connection -> handling.confirm(connection, request(reserved)));
            cutOff(connection -> handling.cancel(connection, request(reserved)));
            cutOff(connection -> job(Duration.ofHours(1)).runOnce(connection, 100));
            shop.confirm(reserved.toString()).then().statusCode(201);
            cutOff(connection -> handling.refund(connection, request(reserved)));
            if (reward.equals("cup")) {
                cutOff(connection -> handling.fulfil(connection, request(reserved)));
            }
            shop.refund(reserved.toString()).then().statusCode(200);
        }

        assertThat(shop.spendable("ada")).isEqualTo(100);
    }

    /** Does all of a step, then dies in front of the commit. */
    private void cutOff(Function<SqlConnection, Uni<?>> step) {
        List<String> before = shop.everything();
        assertThatThrownBy(() -> await(pool.withTransaction(
                        connection -> step.apply(connection).invoke(done -> {
                            throw new IllegalStateException("cut off");
                        }))))
                .hasMessage("cut off");
        assertThat(shop.everything()).isEqualTo(before);
    }

    private Order order(String reward, Order.Mode mode) {
        return new Order(new Holder(shop.community(), "ada"), reward, mode, "test");
    }

    private Request request(UUID redemption) {
        return Request.of(shop.community(), redemption.toString(), new Caller("test", Set.of(), Set.of("*"), null));
    }

    private int timeOut(Duration later, int limit) {
        return await(pool.withTransaction(connection -> job(later).runOnce(connection, limit)));
    }

    private ReservationTimeOutJob job(Duration later) {
        return new ReservationTimeOutJob(
                redemptions, later(later), handover, redemptionEvents, outbox, Clock.offset(Clock.systemUTC(), later));
    }

    private Bookkeeping later(Duration later) {
        return Bookkeeping.of(new Ledger(Clock.offset(Clock.systemUTC(), later), ids::next), events, outbox);
    }

    private static Map<Integer, Long> statuses(List<Response> answers) {
        return answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
    }

    private static List<Response> race(IntFunction<Response> client) throws Exception {
        return run(CLIENTS, client);
    }

    private static <T> List<T> run(int clients, IntFunction<T> client) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<T>> calls = IntStream.range(0, clients)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await();
                        return client.apply(number);
                    })
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(calls);
            List<Future<T>> running = calls.stream().map(threads::submit).toList();
            start.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        }
    }
}
