package dev.hearth.analytics.answer;

import java.time.Instant;
import java.util.Map;

/**
 * An answer as it was kept.
 *
 * @param id of the version: the question's prefix and the version
 * @param question what was asked
 * @param version 1 for the first answer, one more for each that differs in its figures
 * @param madeAt when
 * @param digest of its figures
 * @param positions by topic and partition, how far the figures were at most
 */
record Edition(String id, String question, int version, Instant madeAt, String digest, Map<String, Long> positions) {
    Edition {
        positions = Map.copyOf(positions);
    }

    /** Ids sort as versions do. */
    static String id(Question question, int version) {
        return question.prefix() + "%06d".formatted(version);
    }
}
