package dev.hearth.incentive.challenge;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as it is defined.
 *
 * @param title for people
 * @param measure what progress is; never changes
 * @param kinds of the events that count
 * @param condition CEL over event, member and community: only events for which it holds count
 * @param vestingDays of {@link Measure#FRIENDS}: days of 24 hours within which a friend who leaves is not counted any
 *     more
 * @param validFrom events that occurred at or after this count; null is always
 * @param validUntil events that occurred before this count; null is for ever
 * @param stages by rising target
 */
record ChallengeTerms(
        String title,
        Measure measure,
        SortedSet<String> kinds,
        @Nullable String condition,
        @Nullable Integer vestingDays,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<StageTerms> stages) {
    ChallengeTerms {
        stages = List.copyOf(stages);
    }

    boolean isOpen(Instant occurredAt) {
        return (validFrom == null || !occurredAt.isBefore(validFrom))
                && (validUntil == null || occurredAt.isBefore(validUntil));
    }
}
