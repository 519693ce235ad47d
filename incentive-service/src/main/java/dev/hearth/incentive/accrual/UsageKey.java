package dev.hearth.incentive.accrual;

import java.time.LocalDate;

/**
 * Whose count of which cap.
 *
 * @param community the community
 * @param subject the member or the group; empty for what is not counted by either
 * @param windowStart the first day of the window; 1970-01-01 where the window is all time
 * @param cap the cap, by key, scope and window
 */
public record UsageKey(String community, String subject, LocalDate windowStart, String cap) {
    static UsageKey of(Occurrence occurrence, String beneficiary, Rule rule, Cap cap) {
        String group = occurrence.place().group();
        String subject = switch (cap.scope()) {
            case MEMBER -> beneficiary;
            case GROUP -> group == null ? "" : group;
            case RULE, COMMUNITY -> "";
        };
        return new UsageKey(
                occurrence.community(), subject, cap.window().start(occurrence.localDate()), cap.countedAs(rule));
    }
}
