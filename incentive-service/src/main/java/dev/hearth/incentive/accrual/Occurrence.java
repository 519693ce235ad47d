package dev.hearth.incentive.accrual;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to or through a member, as far as rules look at it.
 *
 * @param community where
 * @param event the event's id, unique in the community: what comes again with the same id is the same event
 * @param kind what was done
 * @param member who did it
 * @param occurredAt when
 * @param localDate the local day it counts for, as the event itself says
 * @param place where it was done and to whom
 * @param value the amount that belongs to the event
 * @param facts what conditions look at; not looked at here
 */
public record Occurrence(
        String community,
        String event,
        String kind,
        String member,
        Instant occurredAt,
        LocalDate localDate,
        Place place,
        @Nullable Long value,
        @Nullable Object facts) {
    /**
     * Where and to whom.
     *
     * @param group the group, if it was in one
     * @param owner who owns that group, if somebody does
     * @param target the member it was done to, if it was one
     */
    public record Place(
            @Nullable String group,
            @Nullable String owner,
            @Nullable String target) {
        public static final Place NOWHERE = new Place(null, null, null);
    }

    public Occurrence(
            String community, String event, String kind, String member, Instant occurredAt, LocalDate localDate) {
        this(community, event, kind, member, occurredAt, localDate, Place.NOWHERE, null, null);
    }
}
