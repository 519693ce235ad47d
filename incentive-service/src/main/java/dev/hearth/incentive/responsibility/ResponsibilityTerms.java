package dev.hearth.incentive.responsibility;

import java.util.EnumSet;
import java.util.Set;

/**
 * A rule of responsibility.
 *
 * @param name for people, 1 to 200 characters
 * @param manager the manager's share in percent
 * @param lead the lead's
 * @param person the person's; 100 together
 * @param exempts who is exempt when one of the three reported the fault before it was discovered: their shares are
 *     waived, nobody takes them over
 */
record ResponsibilityTerms(String name, int manager, int lead, int person, Set<Role> exempts) {
    ResponsibilityTerms {
        exempts = exempts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(exempts));
    }

    Shares shares() {
        return new Shares(manager, lead, person);
    }
}
