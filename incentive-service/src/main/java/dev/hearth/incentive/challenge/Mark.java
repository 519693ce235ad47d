package dev.hearth.incentive.challenge;

import dev.hearth.platform.time.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts in a challenge, once.
 *
 * @param mark what it can count for only once: an event's id, a member's day, a friend
 * @param amount how much it adds; 0 where days are counted
 * @param vestsAt of a friend: who leaves before this does not count
 */
record Mark(
        Participant participant,
        String mark,
        LocalDate localDate,
        Instant occurredAt,
        long amount,
        @Nullable Instant vestsAt) {
    static final Comparator<Mark> ORDER = Comparator.comparing(
                    (Mark mark) -> mark.participant().community())
            .thenComparing(mark -> mark.participant().challenge())
            .thenComparing(Mark::mark)
            .thenComparing(mark -> mark.participant().member());

    private static final long MAX_VALUE = 1_000_000_000_000L;

    /** What an event that the challenge admits counts for; nothing where it lacks what is measured. */
    static Optional<Mark> of(Challenge challenge, Happening event) {
        Participant participant = new Participant(event.community(), challenge.id(), event.member());
        return switch (challenge.terms().measure()) {
            case COUNT -> Optional.of(mark(participant, event.event(), event, 1));
            case SUM ->
                Optional.ofNullable(event.value())
                        .filter(value -> value >= -MAX_VALUE && value <= MAX_VALUE)
                        .map(value -> mark(participant, event.event(), event, value));
            case STREAK -> Optional.of(mark(participant, event.member() + "/" + event.localDate(), event, 0));
            case FRIENDS -> friend(participant, challenge, event);
        };
    }

    private static Mark mark(Participant participant, String mark, Happening event, long amount) {
        return new Mark(participant, mark, event.localDate(), event.occurredAt(), amount, null);
    }

    /** Nobody is a friend of itself. */
    private static Optional<Mark> friend(Participant participant, Challenge challenge, Happening event) {
        String friend = event.target();
        if (friend == null || friend.equals(event.member()) || !Identifier.isValid(friend)) {
            return Optional.empty();
        }
        int days = Objects.requireNonNullElse(challenge.terms().vestingDays(), 0);
        Instant vestsAt = event.occurredAt().plus(Duration.ofDays(days));
        return Optional.of(new Mark(participant, friend, event.localDate(), event.occurredAt(), 1, vestsAt));
    }

    boolean isFriend() {
        return vestsAt != null;
    }
}
