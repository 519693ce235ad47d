package dev.hearth.incentive.reward;

import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.platform.problem.Check;
import org.jspecify.annotations.Nullable;

/**
 * The privilege that a reward consists of.
 *
 * @param kind what it lets the member do or be
 * @param name the title, the pinned place, what is accessible, or the group's id; 1 to 100 characters
 * @param days how long it lasts, 1 to 3,650 days of 24 hours; absent if it does not end by itself
 */
public record PrivilegeTerms(
        PrivilegeKind kind, String name, @Nullable Integer days) {
    static final int MAX_NAME = 100;
    static final int MAX_DAYS = 3_650;

    public PrivilegeTerms {
        name = kind == PrivilegeKind.GROUP
                ? Check.identifier("/privilege/name", name)
                : Check.text("/privilege/name", name, MAX_NAME);
        if (days != null) {
            var _ = Check.range("/privilege/days", days, 1, MAX_DAYS);
        }
    }
}
