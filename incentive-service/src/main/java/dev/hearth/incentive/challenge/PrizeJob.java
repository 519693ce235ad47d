package dev.hearth.incentive.challenge;

import dev.hearth.incentive.challenge.Participants.Due;
import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pays the prizes of stages that were reached, and takes back those that were lost. */
@ApplicationScoped
class PrizeJob extends Job {
    static final String NAME = "challenge-prizes";

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
                        : settle(connection, due).replaceWith(due.size()));
    }

    private Uni<Void> settle(SqlConnection connection, List<Due> due) {
        Set<Participant> asked = due.stream().map(Due::participant).collect(Collectors.toSet());
        return settling.settle(connection, asked).chain(again -> participants.done(connection, settled(due, again)));
    }

    private static Collection<Due> settled(List<Due> due, Set<Participant> again) {
        return due.stream().filter(one -> !again.contains(one.participant())).toList();
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return participants.backlog(client);
    }
}
