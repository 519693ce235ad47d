package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.MemberKey;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rank;
import dev.hearth.incentive.earning.Surroundings;
import dev.hearth.incentive.earning.Telling;
import dev.hearth.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A what-if under way: what was read, and both pasts as far as that. A step reads, evaluates and settles; between them
 * the tiers of those whom it meets are told. Used by one thread at a time.
 */
final class Forecast implements AutoCloseable {
    private final Frame frame;
    private final PastEvents past;
    private final Side current;
    private final Side proposed;
    private final Tally tally;
    private final Map<MemberKey, Rank> ranks = new HashMap<>();
    private final Set<MemberKey> known = new HashSet<>();
    private long events;

    /**
     * What does not change while it is under way.
     *
     * @param window whose deeds count
     * @param surroundings as they are now
     */
    record Frame(String community, Window window, Surroundings surroundings, WhatIfConfig config) {}

    /** Events evaluated, still to be settled. */
    record Evaluated(Claims current, Claims proposed) {}

    Forecast(Frame frame, PastEvents past, Side current, Side proposed) {
        this.frame = frame;
        this.past = past;
        this.current = current;
        this.proposed = proposed;
        this.tally = new Tally(frame.window(), frame.config().members());
    }

    List<Telling> read() {
        List<Telling> told = past.next(frame.config().step());
        events += told.size();
        return told;
    }

    /** Whose tiers conditions may ask for and nobody has told yet. */
    Set<MemberKey> actors(List<Telling> told) {
        Set<MemberKey> actors = new HashSet<>();
        if (current.looksAtTiers() || proposed.looksAtTiers()) {
            told.stream()
                    .filter(one -> !one.member().isEmpty())
                    .forEach(one -> actors.add(new MemberKey(frame.community(), one.member())));
        }
        return unknown(actors);
    }

    /** @param found those of {@code asked} that have a tier */
    void rank(Set<MemberKey> asked, Map<MemberKey, Rank> found) {
        known.addAll(asked);
        ranks.putAll(found);
    }

    Evaluated evaluate(List<Telling> told) {
        List<Occurrence> occurrences = told.stream()
                .map(one -> {
                    Rank rank = ranks.get(new MemberKey(frame.community(), one.member()));
                    return frame.surroundings()
                            .deed(one, rank == null ? null : rank.tier())
                            .occurrence();
                })
                .toList();
        return new Evaluated(current.claims(occurrences), proposed.claims(occurrences));
    }

    /** Whose tiers multiply what they get, and nobody has told yet. */
    Set<MemberKey> paid(Evaluated evaluated) {
        Set<MemberKey> tiered = new HashSet<>(evaluated.current().tiered());
        tiered.addAll(evaluated.proposed().tiered());
        return unknown(tiered);
    }

    /** Fails with a problem if that is more than may be kept. */
    void settle(Evaluated evaluated) {
        current.settle(evaluated.current(), ranks, tally, frame.window());
        proposed.settle(evaluated.proposed(), ranks, tally, frame.window());
        if (current.isFull() || proposed.isFull()) {
            throw tooLarge(
                    frame.config().facts() + " facts to remember of events, caps and members (hearth.what-if.facts)");
        }
        if (tally.isFull()) {
            throw tooLarge(frame.config().members() + " members paid (hearth.what-if.members)");
        }
    }

    boolean isOver() {
        return past.isOver();
    }

    long done() {
        return past.read();
    }

    long total() {
        return past.total();
    }

    WhatIfView view(WhatIfTask asked) {
        return WhatIfViews.of(
                asked, frame.window(), new WhatIfViews.Told(current, proposed, tally, events, past.isWhole()));
    }

    @Override
    public void close() {
        past.close();
    }

    private Set<MemberKey> unknown(Set<MemberKey> members) {
        members.removeAll(known);
        return members;
    }

    private ProblemException tooLarge(String most) {
        return new ProblemException(
                WhatIfProblem.HISTORY_TOO_LARGE,
                "after " + events + " events there are more than " + most
                        + "; an operator can allow more where the service has the memory");
    }
}
