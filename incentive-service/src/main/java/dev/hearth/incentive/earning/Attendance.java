package dev.hearth.incentive.earning;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.Origin;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets everything follow from a batch of events: what rules pay, and what features attend to. All points move at once.
 */
@ApplicationScoped
class Attendance {
    private final Surroundings surroundings;
    private final Earning earning;
    private final List<Attendant> attendants;
    private final Bookkeeping bookkeeping;

    Attendance(Surroundings surroundings, Earning earning, @All List<Attendant> attendants, Bookkeeping bookkeeping) {
        this.surroundings = surroundings;
        this.earning = earning;
        this.attendants = List.copyOf(attendants);
        this.bookkeeping = bookkeeping;
    }

    /**
     * Applies a batch, and answers how many awards rules paid.
     *
     * @param connection the transaction that all of it is part of
     * @param shard the partition's number: whose issuer accounts and budgets pay
     */
    Uni<Integer> take(SqlConnection connection, int shard, List<Telling> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        if (!surroundings.areKnown()) {
            return Uni.createFrom().failure(new UnknownSurroundingsException());
        }
        return earning.inForce(connection, told).chain(rules -> {
            List<Deed> deeds = rules.deeds(told);
            return earning.earn(connection, shard, deeds, rules.books())
                    .chain(earned -> attend(connection, deeds)
                            .chain(movements -> move(connection, shard, deeds, earned, movements))
                            .replaceWith(earned.awards()));
        });
    }

    private Uni<List<Movement>> attend(SqlConnection connection, List<Deed> deeds) {
        if (attendants.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Multi.createFrom()
                .iterable(attendants)
                .onItem()
                .transformToUniAndConcatenate(attendant -> attendant.attend(connection, deeds))
                .collect()
                .asList();
    }

    private Uni<Void> move(
            SqlConnection connection, int shard, List<Deed> deeds, Earning.Earned earned, List<Movement> others) {
        List<Movement> all = new ArrayList<>(others);
        all.add(earned.movement());
        Set<Holder> holders = new LinkedHashSet<>();
        all.forEach(movement -> holders.addAll(movement.holders()));
        if (all.stream().allMatch(Movement.NONE::equals)) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Deed> byEvent = HashMap.newHashMap(deeds.size());
        deeds.forEach(deed -> byEvent.putIfAbsent(deed.occurrence().event(), deed));
        return bookkeeping.with(
                connection, shard, holders, books -> draft(books, all), transaction -> origin(transaction, byEvent));
    }

    private static Uni<Void> draft(Books books, List<Movement> movements) {
        return Multi.createFrom()
                .iterable(movements)
                .onItem()
                .transformToUniAndConcatenate(movement -> movement.draft().apply(books))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Optional<Origin> origin(Transaction transaction, Map<String, Deed> deeds) {
        return transaction.cause() instanceof Cause.Earned(String community, String event, String rule, int version)
                ? Optional.ofNullable(deeds.get(event))
                        .map(deed -> new Origin(deed.correlationId(), event, deed.traceparent()))
                : Optional.empty();
    }
}
