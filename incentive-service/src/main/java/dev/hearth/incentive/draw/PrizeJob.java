package dev.hearth.incentive.draw;

import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.job.Job;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Credits prizes that are points, once each: the win is marked in the transaction that credits it. */
@ApplicationScoped
class PrizeJob extends Job {
    private static final String WHO = "incentive-service";

    private final Wins wins;
    private final DrawLedger ledger;
    private final DrawEvents events;
    private final Outbox outbox;
    private final Clock clock;

    PrizeJob(Wins wins, DrawLedger ledger, DrawEvents events, Outbox outbox, Clock clock) {
        this.wins = wins;
        this.ledger = ledger;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draw-prize";
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return wins.countToGive(client);
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return wins.lockToGive(connection, limit)
                .call(owed -> owed.isEmpty() ? Uni.createFrom().voidItem() : give(connection, owed))
                .map(List::size);
    }

    private Uni<Void> give(SqlConnection connection, List<Wins.Owed> owed) {
        return ledger.pay(connection, owed)
                .chain(() -> mark(connection, owed))
                .chain(() -> outbox.add(
                        connection,
                        owed.stream()
                                .map(one -> events.given(one.community(), one.win(), null))
                                .toList()));
    }

    private Uni<Void> mark(SqlConnection connection, List<Wins.Owed> owed) {
        Map<DrawId, List<Integer>> byDraw = owed.stream()
                .collect(Collectors.groupingBy(
                        one -> new DrawId(one.community(), one.win().draw()),
                        Collectors.mapping(one -> one.win().position(), Collectors.toList())));
        return Multi.createFrom()
                .iterable(byDraw.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        draw -> wins.give(connection, draw.getKey(), draw.getValue(), clock.instant(), WHO, null))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
