package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Spell;
import java.time.Instant;

/**
 * A spell that is over, and what came of it.
 *
 * @param spell which
 * @param until when it was seen to be over
 * @param acts how many acts there were in it
 * @param expected how many there usually are
 */
record EndedSpell(Spell spell, Instant until, long acts, double expected) {}
