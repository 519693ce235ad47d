package dev.hearth.incentive.challenge;

import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.earning.Attendant;
import dev.hearth.incentive.earning.Deed;
import dev.hearth.incentive.earning.Movement;
import dev.hearth.incentive.member.Members;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Hands what happened to the challenges. Accounts that operators run (托儿) take no part. */
@ApplicationScoped
class ChallengeAttendant implements Attendant {
    private final Counting counting;
    private final Members members;

    ChallengeAttendant(Counting counting, Members members) {
        this.counting = counting;
        this.members = members;
    }

    @Override
    public Uni<Movement> attend(SqlConnection connection, List<Deed> deeds) {
        List<Happening> happenings =
                deeds.stream().map(Deed::occurrence).flatMap(this::happening).toList();
        return (happenings.isEmpty() ? Uni.createFrom().voidItem() : counting.count(connection, happenings))
                .replaceWith(Movement.NONE);
    }

    private Stream<Happening> happening(Occurrence occurrence) {
        boolean ofMember = !occurrence.member().isEmpty();
        if (!ofMember || !(occurrence.facts() instanceof Facts facts) || isPlanted(occurrence)) {
            return Stream.of();
        }
        return Stream.of(new Happening(
                occurrence.community(),
                occurrence.event(),
                occurrence.kind(),
                occurrence.member(),
                occurrence.place().target(),
                occurrence.value(),
                occurrence.occurredAt(),
                occurrence.localDate(),
                facts));
    }

    private boolean isPlanted(Occurrence occurrence) {
        return members.find(occurrence.community(), occurrence.member())
                .map(MemberFacts::planted)
                .orElse(false);
    }
}
