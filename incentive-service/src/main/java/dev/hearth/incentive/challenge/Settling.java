package dev.hearth.incentive.challenge;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.milestone.Step;
import dev.hearth.incentive.privilege.Privilege;
import dev.hearth.incentive.wallet.Bookkeeping;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings what members hold in line with how far they are. Settling again does nothing, and two who settle one member
 * follow one another from before either looks; the keys of the ledger and of the stages stand behind that. Progress may
 * go on meanwhile: that makes the member due again.
 */
@ApplicationScoped
class Settling {
    private final Challenges challenges;
    private final Participants participants;
    private final Stages stages;
    private final PrizeGiving prizes;
    private final Bookkeeping bookkeeping;

    Settling(
            Challenges challenges,
            Participants participants,
            Stages stages,
            PrizeGiving prizes,
            Bookkeeping bookkeeping) {
        this.challenges = challenges;
        this.participants = participants;
        this.stages = stages;
        this.prizes = prizes;
        this.bookkeeping = bookkeeping;
    }

    /** Gives and takes back what these have reached and lost. */
    Uni<Void> settle(SqlConnection connection, Collection<Participant> asked) {
        return participants
                .alone(connection, asked)
                .chain(() -> plan(connection, asked))
                .chain(plan -> {
                    Map<Participant, List<Step>> steps = plan.steps(asked);
                    return steps.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : lockPrivileges(connection, plan, steps)
                                    .chain(locked -> bookkeeping.with(
                                            connection,
                                            steps.keySet().stream()
                                                    .map(Participant::holder)
                                                    .collect(Collectors.toSet()),
                                            books -> settle(connection, books, plan, steps.keySet(), locked)));
                });
    }

    private Uni<Plan> plan(SqlConnection connection, Collection<Participant> asked) {
        Set<String> communities = asked.stream().map(Participant::community).collect(Collectors.toSet());
        return challenges
                .of(connection, communities)
                .chain(inForce -> participants
                        .of(connection, asked)
                        .chain(progress -> stages.of(connection, asked).map(won -> new Plan(inForce, progress, won))));
    }

    /** What is locked besides members is locked before them. */
    private Uni<Map<Won, List<Privilege>>> lockPrivileges(
            SqlConnection connection, Plan plan, Map<Participant, List<Step>> steps) {
        List<Won> losing = steps.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Participant.ORDER))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(Step.Lose.class::isInstance)
                        .map(step -> plan.won(entry.getKey(), (Step.Lose) step)))
                .toList();
        Map<Won, List<Privilege>> locked = new HashMap<>();
        return Multi.createFrom()
                .iterable(losing)
                .onItem()
                .transformToUniAndConcatenate(
                        won -> prizes.lockPrivileges(connection, won).invoke(found -> locked.put(won, found)))
                .collect()
                .asList()
                .replaceWith(locked);
    }

    private Uni<Void> settle(
            SqlConnection connection,
            Books books,
            Plan plan,
            Collection<Participant> moving,
            Map<Won, List<Privilege>> locked) {
        Uni<Void> settled = Uni.createFrom().voidItem();
        for (Participant participant : moving.stream().sorted(Participant.ORDER).toList()) {
            for (Step step : plan.steps(participant)) {
                settled = settled.chain(() -> take(connection, books, plan, participant, step, locked));
            }
        }
        return settled;
    }

    private Uni<Void> take(
            SqlConnection connection,
            Books books,
            Plan plan,
            Participant participant,
            Step step,
            Map<Won, List<Privilege>> locked) {
        long progress = plan.progress(participant);
        return switch (step) {
            case Step.Reach reach ->
                prizes.give(
                        connection,
                        books,
                        participant,
                        plan.challenge(participant).orElseThrow(),
                        new PrizeGiving.Stage(reach, progress));
            case Step.Lose lose -> {
                Won won = plan.won(participant, lose);
                yield prizes.takeBack(
                        connection, books, new PrizeGiving.Loss(won, progress, locked.getOrDefault(won, List.of())));
            }
        };
    }
}
