package dev.hearth.incentive.responsibility;

import java.time.Instant;

/**
 * How a fault came out.
 *
 * @param source by what
 * @param at when
 */
record Discovery(Source source, Instant at) {
    /** By what a fault comes out. */
    enum Source {
        /** A machine noticed. */
        MONITORING,
        /** Another operator noticed. */
        OPERATOR,
        /** A member complained. */
        MEMBER_COMPLAINT,
        /** A check that was due. */
        AUDIT,
        /** It was in public already. */
        PUBLIC
    }
}
