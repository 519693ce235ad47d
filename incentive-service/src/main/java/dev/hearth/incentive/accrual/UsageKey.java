package dev.hearth.incentive.accrual;

import java.time.LocalDate;

/**
 * Whose count of which cap.
 *
 * @param community the community
 * @param member the member
 * @param localDate the local day
 * @param cap the cap's key
 */
public record UsageKey(String community, String member, LocalDate localDate, String cap) {
    static UsageKey of(Occurrence occurrence, Cap cap) {
        return new UsageKey(occurrence.community(), occurrence.member(), occurrence.localDate(), cap.key());
    }
}
