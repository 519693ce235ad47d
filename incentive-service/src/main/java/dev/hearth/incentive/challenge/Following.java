package dev.hearth.incentive.challenge;

import dev.hearth.incentive.challenge.Marks.Friend;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Tells how far members are. */
@ApplicationScoped
class Following {
    private static final int MAX_FRIENDS = 200;

    private final Challenges challenges;
    private final Participants participants;
    private final Stages stages;
    private final Marks marks;
    private final Pool pool;

    Following(Challenges challenges, Participants participants, Stages stages, Marks marks, Pool pool) {
        this.challenges = challenges;
        this.participants = participants;
        this.stages = stages;
        this.marks = marks;
        this.pool = pool;
    }

    /** How far a member is in a challenge, and what it got. */
    record Way(Defined<ChallengeTerms> challenge, long progress, List<Won> won) {}

    /** A member in a challenge, with the friends it brought. */
    record Detail(Way way, List<Friend> friends) {}

    /** All challenges in force, by id, and how far the member is in each. */
    Uni<Page<Way>> ofMember(Holder holder, Paging paging) {
        return challenges
                .definitions()
                .pageInForce(pool, holder.community(), paging)
                .chain(page -> ways(holder, page));
    }

    private Uni<Page<Way>> ways(Holder holder, Page<Defined<ChallengeTerms>> page) {
        List<Participant> asked = page.items().stream()
                .map(challenge -> new Participant(holder.community(), challenge.id(), holder.member()))
                .toList();
        return participants
                .of(pool, asked)
                .chain(progress -> stages.of(pool, asked)
                        .map(won -> page.map(challenge -> way(holder, challenge, progress, won))));
    }

    private static Way way(
            Holder holder,
            Defined<ChallengeTerms> challenge,
            Map<Participant, Long> progress,
            Map<Participant, List<Won>> won) {
        Participant participant = new Participant(holder.community(), challenge.id(), holder.member());
        return new Way(challenge, progress.getOrDefault(participant, 0L), won.getOrDefault(participant, List.of()));
    }

    /** One member in one challenge, with its friends, the latest first, at most 200. */
    Uni<Detail> of(Participant participant) {
        DefinitionKey key = new DefinitionKey(participant.community(), participant.challenge());
        List<Participant> one = List.of(participant);
        return challenges
                .definitions()
                .get(pool, key)
                .chain(challenge -> participants
                        .of(pool, one)
                        .chain(progress ->
                                stages.of(pool, one).map(won -> way(participant.holder(), challenge, progress, won)))
                        .chain(way -> marks.friends(pool, participant, MAX_FRIENDS)
                                .map(friends -> new Detail(way, friends))));
    }

    /** Who takes part, by member. */
    Uni<Page<Participants.At>> page(DefinitionKey key, Paging paging) {
        int limit = paging.limit();
        return challenges
                .definitions()
                .get(pool, key)
                .chain(known -> participants.page(pool, key.community(), key.id(), paging.after(), limit + 1))
                .map(rows -> Page.of(rows, limit, at -> at.participant().member()));
    }
}
