package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When the cause of a transaction occurred.
 *
 * @param occurredAt the instant
 * @param localDate the local day it counts for
 */
public record When(Instant occurredAt, LocalDate localDate) {}
