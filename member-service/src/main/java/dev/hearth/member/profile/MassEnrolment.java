package dev.hearth.member.profile;

import dev.hearth.member.community.CommunityId;
import dev.hearth.member.community.Establishment;
import dev.hearth.member.group.Formation;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.Check;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets many members in at once: in a handful of statements whatever their number, all of them or, if the request fails,
 * none.
 */
@ApplicationScoped
class MassEnrolment {
    /** Memberships of a request, so that its transaction stays short. */
    static final int MAX_MEMBERSHIPS = 5_000;

    private final Members members;
    private final Establishment communities;
    private final Formation groups;
    private final MemberEvents events;
    private final Clock clock;

    MassEnrolment(Members members, Establishment communities, Formation groups, MemberEvents events, Clock clock) {
        this.members = members;
        this.communities = communities;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /** Enrols whom it can; who exists just as stated stays so, who exists otherwise is refused. */
    @WithTransaction
    Uni<ImportView> enrol(CommunityId id, List<Candidate> candidates) {
        Set<GroupId> named = named(candidates);
        return communities
                .get(id)
                .map(community -> new Admissions(id, StatusPolicy.first(community.joinMode()), now()))
                .chain(admissions -> groups.known(id, named)
                        .chain(known -> members.addFree(id, admissions.strangers(candidates, known)))
                        .chain(free -> events.tellArrivals(id, admissions.enrolled(free)))
                        .chain(() -> members.copies(id, admissions.existing()))
                        .map(admissions::compare));
    }

    /** As exact as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Set<GroupId> named(List<Candidate> candidates) {
        List<GroupId> all = candidates.stream()
                .flatMap(candidate -> candidate instanceof Candidate.Read read ? read.into().stream() : Stream.empty())
                .toList();
        if (all.size() > MAX_MEMBERSHIPS) {
            throw Check.refused(
                    "/members",
                    "are in " + all.size() + " groups together, must be in at most " + MAX_MEMBERSHIPS
                            + "; send fewer at once");
        }
        return new HashSet<>(all);
    }
}
