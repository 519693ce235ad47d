package dev.hearth.incentive.challenge;

import dev.hearth.incentive.challenge.Participants.Due;
import dev.hearth.incentive.job.Job;
import dev.hearth.platform.problem.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Pays the prizes of stages that were reached, and takes back those that were lost. */
@ApplicationScoped
class PrizeJob extends Job {
    static final String NAME = "challenge-prizes";
    private static final Logger LOG = Logger.getLogger(PrizeJob.class);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Participants participants;
    private final Settling settling;

    PrizeJob(Participants participants, Settling settling) {
        this.participants = participants;
        this.settling = settling;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(250);
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return participants
                .due(connection, limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : attempt(connection, due, () -> eachAlone(connection, due)).replaceWith(due.size()));
    }

    /** All at once; if that cannot be, nothing of it stays, and {@code otherwise} is done. */
    private Uni<Void> attempt(SqlConnection connection, List<Due> due, Supplier<Uni<Void>> otherwise) {
        return execute(connection, "savepoint settling")
                .chain(() -> settle(connection, due))
                .onFailure(failure -> !Outage.isOutage(failure))
                .recoverWithUni(failure -> {
                    LOG.warnf("challenges: not settled: participants=%d cause=%s", due.size(), failure.toString());
                    return execute(connection, "rollback to savepoint settling").chain(otherwise::get);
                });
    }

    /** So that one who cannot be settled holds nobody else up. */
    private Uni<Void> eachAlone(SqlConnection connection, List<Due> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> attempt(
                                connection,
                                List.of(one),
                                () -> participants.postpone(connection, List.of(one), LATER))
                        .replaceWith(true))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Void> execute(SqlConnection connection, String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }

    private Uni<Void> settle(SqlConnection connection, List<Due> due) {
        Set<Participant> asked = due.stream().map(Due::participant).collect(Collectors.toSet());
        return settling.settle(connection, asked)
                .chain(again -> participants.done(connection, settled(due, again)));
    }

    private static Collection<Due> settled(List<Due> due, Set<Participant> again) {
        return due.stream().filter(one -> !again.contains(one.participant())).toList();
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return participants.backlog(client);
    }
}
