package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.CommunityId;
import dev.hearth.member.group.Formation;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What becomes of the candidates of one import, by the same rules as of one who enrols alone. */
final class Admissions {
    private final CommunityId community;
    private final MemberStatus first;
    private final Instant now;
    private final Map<String, Candidate.Read> open = new LinkedHashMap<>();
    private final Map<String, Member> strangers = new LinkedHashMap<>();
    private final List<ImportRefusal> refused = new ArrayList<>();
    private List<Member> enrolled = List.of();

    /** @param first the status that a member of the community begins with */
    Admissions(CommunityId community, MemberStatus first, Instant now) {
        this.community = community;
        this.first = first;
        this.now = now;
    }

    /** Sorts out who cannot be read, is named twice or names groups that are not there; the others, as if new. */
    List<Member> strangers(List<Candidate> candidates, Set<GroupId> known) {
        for (Candidate candidate : candidates) {
            switch (candidate) {
                case Candidate.Refused unread -> refused.add(unread.refusal());
                case Candidate.Read read -> unlessRefused(read, one -> admit(one, known));
            }
        }
        return List.copyOf(strangers.values());
    }

    private void admit(Candidate.Read candidate, Set<GroupId> known) {
        String id = candidate.id().value();
        Candidate.Read before = open.get(id);
        if (before != null) {
            throw Check.refused("/memberId", "is that of member " + before.index() + " too; name each once");
        }
        Formation.requireKnown(candidate.into(), known);
        Instant joinedAt = candidate.said().arrival(now);
        open.put(id, candidate);
        strangers.put(
                id,
                Member.enrol(
                        MemberKey.of(community, candidate.id()),
                        first,
                        candidate.profile(),
                        candidate.into(),
                        joinedAt,
                        now));
    }

    /** Tells whose ids were free. */
    List<Member> enrolled(Set<String> free) {
        enrolled = strangers.values().stream()
                .filter(member -> free.contains(member.key().memberId()))
                .toList();
        open.keySet().removeAll(free);
        return enrolled;
    }

    /** Who exists already. */
    Set<String> existing() {
        return Set.copyOf(open.keySet());
    }

    /** Compares those who exist with what was said of them. */
    ImportView compare(Collection<Member> existing) {
        int before = refused.size();
        for (Member member : existing) {
            Candidate.Read candidate = open.get(member.key().memberId());
            if (candidate != null) {
                unlessRefused(candidate, one -> requireSame(member, one.said()));
            }
        }
        int otherwise = refused.size() - before;
        refused.sort(Comparator.comparingInt(ImportRefusal::index));
        return new ImportView(enrolled.size(), existing.size() - otherwise, refused);
    }

    private void requireSame(Member member, EnrolMember said) {
        said.requireArrival(member.joinedAt());
        Profile profile = said.over(member.profile());
        Set<GroupId> into = said.into(member.groups());
        List<MemberEvent> changes = member.status() == MemberStatus.LEFT
                ? member.comeBack(first, profile, into, now)
                : member.amend(profile, into, now);
        if (!changes.isEmpty()) {
            throw new ProblemException(
                    RequestProblem.PRECONDITION_REQUIRED,
                    "the member exists and this would change it; PUT it alone, with the ETag that was read");
        }
    }

    private void unlessRefused(Candidate.Read candidate, Consumer<Candidate.Read> step) {
        try {
            step.accept(candidate);
        } catch (ProblemException fault) {
            refused.add(ImportRefusal.of(candidate.index(), candidate.id().value(), fault));
        }
    }
}
