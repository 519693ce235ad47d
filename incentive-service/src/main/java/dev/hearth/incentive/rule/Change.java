package dev.hearth.incentive.rule;

import java.time.Instant;

/**
 * A change of a community's rules or caps.
 *
 * @param revision its number
 * @param at when
 * @param by who: the token's subject
 */
record Change(long revision, Instant at, String by) {}
