package dev.hearth.analytics.segment;

import java.util.Locale;

/**
 * Which chain.
 *
 * @param generation how often the read model was rebuilt
 * @param partition the partition's number, the same in every topic
 */
public record ChainId(int generation, int partition) {
    static ChainId of(String text) {
        int slash = text.indexOf('/');
        return new ChainId(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** What the ids of a generation's chains and segments begin with. */
    static String prefix(int generation) {
        return String.format(Locale.ROOT, "%06d/", generation);
    }

    /** As it begins the ids of its segments: sorted as the numbers are. */
    String text() {
        return prefix(generation) + String.format(Locale.ROOT, "%05d", partition);
    }
}
