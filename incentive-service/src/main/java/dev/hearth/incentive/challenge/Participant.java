package dev.hearth.incentive.challenge;

import dev.hearth.incentive.ledger.Holder;
import java.util.Comparator;

/** A member in a challenge. */
record Participant(String community, String challenge, String member) {
    /** The one order in which rows are locked. */
    static final Comparator<Participant> ORDER = Comparator.comparing(Participant::community)
            .thenComparing(Participant::challenge)
            .thenComparing(Participant::member);

    Holder holder() {
        return new Holder(community, member);
    }
}
