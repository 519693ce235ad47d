package dev.hearth.incentive.accrual;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something a member did, as far as rules look at it.
 *
 * @param community where
 * @param event the event's id, unique in the community: what comes again with the same id is the same event
 * @param kind what was done
 * @param member who did it, and earns
 * @param occurredAt when
 * @param localDate the local day it counts for, as the event itself says
 */
public record Occurrence(
        String community, String event, String kind, String member, Instant occurredAt, LocalDate localDate) {}
