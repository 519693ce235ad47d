package dev.hearth.contract.signal;

/** In which way a group is out of its band. */
public enum SpellKind {
    /** Below it (冷场). */
    COLD,
    /** Above it (水群). */
    FLOODED
}
