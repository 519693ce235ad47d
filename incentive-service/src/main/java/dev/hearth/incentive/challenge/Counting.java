package dev.hearth.incentive.challenge;

import dev.hearth.incentive.challenge.Marks.Counted;
import dev.hearth.incentive.challenge.Marks.Exit;
import dev.hearth.incentive.milestone.Streak;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets events count for challenges: each once, on its own day, in whatever order and however often it comes. Prizes are
 * another matter: who reached or lost a stage is noted, and settled by {@link PrizeJob}.
 */
@ApplicationScoped
class Counting {
    /** The kind of the event by which a friend leaves. */
    static final String LEFT = "member.left";

    private final Challenges challenges;
    private final Marks marks;
    private final Participants participants;

    Counting(Challenges challenges, Marks marks, Participants participants) {
        this.challenges = challenges;
        this.marks = marks;
        this.participants = participants;
    }

    /** Counts a batch in the transaction that moves the position. */
    Uni<Void> count(SqlConnection connection, List<Happening> events) {
        Set<String> communities = events.stream().map(Happening::community).collect(Collectors.toSet());
        return challenges
                .of(connection, communities)
                .chain(inForce -> count(connection, inForce, marks(inForce, events), exits(events)));
    }

    private static List<Mark> marks(Map<String, List<Challenge>> inForce, List<Happening> events) {
        List<Mark> found = new ArrayList<>();
        Set<String> pairs = new HashSet<>();
        for (Happening event : events) {
            for (Challenge challenge : inForce.getOrDefault(event.community(), List.of())) {
                if (challenge.admits(event.kind(), event.occurredAt(), event.facts())) {
                    Mark.of(challenge, event)
                            .filter(mark -> !mark.isFriend() || isFirst(pairs, mark))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Two who bring each other in one batch: the statement that adds marks does not see its own. */
    private static boolean isFirst(Set<String> pairs, Mark mark) {
        Participant inviter = mark.participant();
        String place = inviter.community() + "/" + inviter.challenge() + "/";
        if (pairs.contains(place + mark.mark() + "/" + inviter.member())) {
            return false;
        }
        pairs.add(place + inviter.member() + "/" + mark.mark());
        return true;
    }

    /** Also where no challenge is in force: a friend's time to stay goes on when the challenge has ended. */
    private static List<Exit> exits(List<Happening> events) {
        return events.stream()
                .filter(event -> event.kind().equals(LEFT))
                .map(event -> new Exit(event.community(), event.member(), event.occurredAt()))
                .toList();
    }

    private Uni<Void> count(
            SqlConnection connection, Map<String, List<Challenge>> inForce, List<Mark> found, List<Exit> exits) {
        if (found.isEmpty() && exits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return marks.meet(connection, found, exits)
                .chain(() -> marks.add(connection, found))
                .chain(added -> marks.leave(connection, exits)
                        .map(left ->
                                Stream.concat(added.stream(), left.stream()).toList()))
                .chain(counted ->
                        counted.isEmpty() ? Uni.createFrom().voidItem() : advance(connection, inForce, counted));
    }

    private Uni<Void> advance(SqlConnection connection, Map<String, List<Challenge>> inForce, List<Counted> counted) {
        Map<Participant, Long> amounts = new HashMap<>();
        counted.forEach(one -> amounts.merge(one.participant(), one.amount(), Math::addExact));
        return participants
                .advance(connection, amounts)
                .chain(progress -> streaks(connection, inForce, progress)
                        .chain(streaks -> participants.expect(connection, due(inForce, amounts, progress, streaks))));
    }

    /** Of those who count days, how far they are now: their rows are locked, so no other day comes between. */
    private Uni<Map<Participant, Long>> streaks(
            SqlConnection connection, Map<String, List<Challenge>> inForce, Map<Participant, Long> progress) {
        List<Participant> running = progress.keySet().stream()
                .filter(participant -> challenge(inForce, participant)
                        .anyMatch(challenge -> challenge.terms().measure() == Measure.STREAK))
                .toList();
        if (running.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return marks.days(connection, running)
                .map(days -> running.stream()
                        .collect(Collectors.toMap(
                                participant -> participant,
                                participant -> Streak.longest(days.getOrDefault(participant, new TreeSet<>())))))
                .call(streaks -> participants.set(connection, streaks));
    }

    /** Whose stages may have changed. */
    private static Collection<Participant> due(
            Map<String, List<Challenge>> inForce,
            Map<Participant, Long> amounts,
            Map<Participant, Long> progress,
            Map<Participant, Long> streaks) {
        List<Participant> due = new ArrayList<>();
        progress.forEach((participant, now) -> {
            long amount = amounts.getOrDefault(participant, 0L);
            Long streak = streaks.get(participant);
            long before = streak == null ? now - amount : now;
            long after = streak == null ? now : streak;
            boolean reaches = challenge(inForce, participant)
                    .flatMap(challenge -> challenge.goals().stream())
                    .anyMatch(goal -> goal.target() > before && goal.target() <= after);
            if (reaches || after < before) {
                due.add(participant);
            }
        });
        return due;
    }

    private static Stream<Challenge> challenge(Map<String, List<Challenge>> inForce, Participant participant) {
        return inForce.getOrDefault(participant.community(), List.of()).stream()
                .filter(challenge -> challenge.id().equals(participant.challenge()));
    }
}
