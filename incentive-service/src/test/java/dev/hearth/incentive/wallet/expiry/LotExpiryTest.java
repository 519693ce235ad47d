package dev.hearth.incentive.wallet.expiry;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class LotExpiryTest {
    private static final int MEMBERS = 120;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    LotExpiryJob job;

    @Inject
    Pool pool;

    @Inject
    Uuid7 ids;

    private final Api api = Api.all();
    private String community = "";

    @BeforeEach
    void makeACommunity() {
        try (Streams streams = new Streams()) {
            community = api.community(streams);
        }
    }

    @Test
    void replicasThatExpireAtOnceExpireEachLotOnceAndNothingElse() {
        Instant end = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MICROS);
        credit(end, 3);
        credit(Account.NEVER, 2);
        assertThat(spendable()).isEqualTo(MEMBERS * 5L);
        Api.await(() -> Instant.now().isAfter(end));
        assertThat(spendable()).as("whether booked or not").isEqualTo(MEMBERS * 2L);

        List<CompletableFuture<Integer>> replicas = IntStream.range(0, 16)
                .mapToObj(i -> pool.withTransaction(connection -> job.runOnce(connection, 25))
                        .subscribeAsCompletionStage())
                .toList();
        replicas.forEach(CompletableFuture::join);

        Api.await(() -> expired() == MEMBERS);
        var _ = await(pool.withTransaction(connection -> job.runOnce(connection, 25)));
        assertThat(expired()).isEqualTo(MEMBERS);
        assertThat(spendable()).isEqualTo(MEMBERS * 2L);
        api.assertSound(community);
    }

    @Test
    void whatComesIntoALotThatHasExpiredExpiresWithItsTransaction() {
        Instant past = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);

        credit(past, 3);

        assertThat(spendable()).isZero();
        assertThat(count("select coalesce(sum(balance), 0)::bigint from account where community = '" + community
                        + "' and kind = 'WALLET'"))
                .isZero();
        api.assertSound(community);
    }

    @Test
    void theSearchDoesNotBeginAtTheBeginningOfTimeAndMissesNothing() {
        Api.await(() -> {
            var _ = await(pool.withTransaction(connection -> job.runOnce(connection, 200)));
            return count("select extract(epoch from expired_to)::bigint from lot_expiry") > 0;
        });
        Instant end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
        credit(end, 3);
        Api.await(() -> Instant.now().isAfter(end));

        Api.await(() -> {
            var _ = await(pool.withTransaction(connection -> job.runOnce(connection, 200)));
            return expired() == MEMBERS;
        });
    }

    private void credit(Instant expires, long points) {
        CurrencyId currency = new CurrencyId(community, "points");
        List<Holder> holders = IntStream.range(0, MEMBERS)
                .mapToObj(i -> new Holder(community, "m" + i))
                .toList();
        var _ = await(pool.withTransaction(connection -> bookkeeping.with(
                connection,
                holders,
                books -> Uni.createFrom().item(() -> {
                    holders.forEach(holder -> {
                        var _ = books.draft(
                                        TransactionType.GRANTED,
                                        new Cause.Requested(community, "test/" + ids.next()),
                                        new When(Instant.now(), LocalDate.EPOCH))
                                .credit(currency, holder.member(), points, expires, Account.issuer(currency, 0))
                                .record();
                    });
                    return true;
                }))));
    }

    private long spendable() {
        return api.balances(community, "points").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long expired() {
        return count(
                "select count(*) from ledger_transaction where community = '" + community + "' and type = 'EXPIRED'");
    }

    private long count(String sql) {
        return await(pool.query(sql).execute()).iterator().next().getLong(0);
    }
}
