package dev.hearth.incentive.earning;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.Streams.Event;
import dev.hearth.incentive.ledger.Audit;
import dev.hearth.incentive.ledger.TrialBalance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas that come and go, and records that come again: each event is paid once. */
class RedeliveryTest {
    private static final int EVENTS = 6_000;
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    private final LedgerDatabase database = new LedgerDatabase(16);
    private final Streams streams = new Streams();
    private final String community = Api.fresh("r");

    @AfterEach
    void close() {
        streams.close();
        database.close();
    }

    @Test
    void paysEachEventOnceWhileReplicasComeAndGoAndPositionsAreSetBack() {
        makeRules();
        List<Event> events = events();
        Replica first = new Replica(database, streams.broker(), community, 100);
        try {
            streams.engage(events.subList(0, EVENTS / 3));
            try (Replica second = new Replica(database, streams.broker(), community, 100)) {
                streams.engage(events.subList(EVENTS / 3, EVENTS * 2 / 3));
                setBack();
                first.close();
                setBack();
                // A position that moved is noticed by the next batch, so every partition gets one.
                streams.engage(events.subList(EVENTS * 2 / 3, EVENTS));
                caughtUp();
                assertThat(second).isNotNull();
            }
        } finally {
            first.close();
        }
        assertExact(events);

        database.execute("update consumer_position set position = 0");
        try (Replica again = new Replica(database, streams.broker(), community, 500)) {
            caughtUp();
            assertThat(again).isNotNull();
        }
        assertExact(events);
    }

    /** Under the feet of whoever applies: its next batch finds another position and begins anew from there. */
    private void setBack() {
        Api.await(() -> database.number("select count(*) from ledger_transaction") > 300);
        database.execute("update consumer_position set position = position / 2");
    }

    private void makeRules() {
        database.execute(
                "insert into currency values ('" + community + "', 'points', 'Points', 1, now(), 't')",
                "insert into rule_book values ('" + community + "', 1)",
                Rules.saved(community, "per-event", "points", 2, 20L));
    }

    private List<Event> events() {
        Random random = new Random(7);
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < EVENTS; number++) {
            events.add(new Event(
                    community,
                    "e" + number,
                    "m" + random.nextInt(150),
                    "message.posted",
                    NOON.plusSeconds(random.nextInt(20 * 86_400))));
        }
        return events;
    }

    private void caughtUp() {
        long ends = streams.end();
        Api.await(() -> database.number("select coalesce(sum(position), 0) from consumer_position") >= ends);
    }

    private void assertExact(List<Event> events) {
        long expected = events.stream()
                .collect(Collectors.groupingBy(event -> event.member() + event.day(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(count -> Math.min(2 * count, 20))
                .sum();
        assertThat(database.number(
                        "select sum(balance) from account where kind = 'WALLET' and community = '" + community + "'"))
                .isEqualTo(expected);
        assertThat(database.number("select sum(points) from cap_usage where community = '" + community + "'"))
                .isEqualTo(expected);
        assertThat(database.number("select sum((convert_from(data, 'UTF8')::json ->> 'amount')::bigint) from outbox"
                        + " where topic = 'hearth.incentive' and key like '" + community + "/%'"))
                .isEqualTo(expected);
        assertThat(await(new Audit(database.pool()).trialBalances(community)))
                .singleElement()
                .satisfies(book -> assertThat(book.isSound()).isTrue())
                .extracting(TrialBalance::total)
                .isEqualTo(0L);
    }
}
