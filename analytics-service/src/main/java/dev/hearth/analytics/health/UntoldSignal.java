package dev.hearth.analytics.health;

import java.time.Instant;

/**
 * An event that was decided on and perhaps not sent yet.
 *
 * @param id the event's id: sent again, it is the same event
 * @param type the type of its payload
 * @param at the time it is of
 * @param json its payload
 */
record UntoldSignal(String id, String type, Instant at, String json) {}
