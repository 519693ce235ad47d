package dev.hearth.incentive.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.Streams.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Credits a second from the topic, with everything that belongs to one. Not part of the build: a speed is no test. By
 * hand: {@code mvn -pl incentive-service -am test -Dtest=EarningSpeed -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class EarningSpeed {
    private static final Logger LOG = Logger.getLogger(EarningSpeed.class);
    private static final int EVENTS = 200_000;
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    @Test
    void measure() {
        int batch = Integer.getInteger("hearth.speed.batch", 500);
        measure("uniform, no cap", 20_000, batch, null);
        measure("uniform, capped", 20_000, batch, 1_000_000L);
        measure("one member", 1, batch, null);
    }

    private static void measure(String name, int members, int batch, @Nullable Long cap) {
        String community = Api.fresh("s");
        try (LedgerDatabase database = new LedgerDatabase(16);
                Streams streams = new Streams()) {
            database.execute(
                    "insert into currency values ('" + community + "', 'points', 'Points', 1, now(), 't')",
                    "insert into rule_book values ('" + community + "', 1)",
                    Rules.saved(community, "per-event", "points", 2, cap));
            Random random = new Random(7);
            List<Event> events = new ArrayList<>();
            for (int number = 0; number < EVENTS; number++) {
                events.add(new Event(
                        community,
                        "e" + number,
                        "m" + random.nextInt(members),
                        "message.posted",
                        NOON.plusSeconds(random.nextInt(86_400))));
            }
            // Only what is sent now: what earlier measures sent has no rules here and would flatter.
            streams.ends()
                    .forEach((partition, end) -> database.execute("insert into consumer_position values ('" + community
                            + "', 'hearth.engagement', " + partition + ", " + end + ")"));
            streams.engage(events);
            long began = System.nanoTime();
            try (Replica replica = new Replica(database, streams.broker(), community, batch)) {
                assertThat(replica).isNotNull();
                Api.await(() -> database.number("select sum(position) from consumer_position") >= streams.end());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            long credits = database.number("select count(*) from ledger_transaction");
            LOG.infof(
                    "SPEED %s: batch %d, %d credits in %d ms, %d credits/s",
                    name, batch, credits, took.toMillis(), credits * 1000 / took.toMillis());
        }
    }
}
