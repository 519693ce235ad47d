package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Spell;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a group's spells: the one it is in, or the last one.
 *
 * @param community the group's community
 * @param group the group
 * @param version one more with each change
 * @param spell the spell it is in; null for none
 * @param ended the last spell that ended; null for none
 * @param untold the event that has to be sent, which is forgotten once it was; null for none
 */
record KeptSpell(
        String community,
        String group,
        long version,
        @Nullable Spell spell,
        @Nullable EndedSpell ended,
        @Nullable UntoldSignal untold) {
    static KeptSpell none(String community, String group) {
        return new KeptSpell(community, group, 0, null, null, null);
    }

    /** No part has a slash. */
    String id() {
        return community + "/" + group;
    }

    KeptSpell began(Spell begun, UntoldSignal signal) {
        return new KeptSpell(community, group, version + 1, begun, ended, signal);
    }

    KeptSpell over(EndedSpell end, UntoldSignal signal) {
        return new KeptSpell(community, group, version + 1, null, end, signal);
    }

    /** The same, to be told by whoever takes it down so. */
    KeptSpell again() {
        return new KeptSpell(community, group, version + 1, spell, ended, untold);
    }

    KeptSpell told() {
        return new KeptSpell(community, group, version + 1, spell, ended, null);
    }
}
