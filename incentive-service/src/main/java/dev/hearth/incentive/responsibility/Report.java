package dev.hearth.incentive.responsibility;

import java.time.Instant;

/**
 * Somebody's own report of a fault.
 *
 * @param by the member who reported it
 * @param at when
 */
record Report(String by, Instant at) {}
