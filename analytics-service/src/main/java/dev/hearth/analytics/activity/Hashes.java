package dev.hearth.analytics.activity;

/** 64-bit hashes of ids: the ids themselves would be the greater part of what is kept. */
public final class Hashes {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private Hashes() {}

    /**
     * The hash of a text, never 0. Two ids of one member on one UTC day are taken for one with a probability of 2⁻⁶⁴.
     */
    public static long of(String text) {
        long hash = SEED ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FIRST;
            hash ^= hash >>> 32;
        }
        long mixed = mix(hash);
        return mixed == 0 ? SEED : mixed;
    }

    /** Spreads every bit over all (the finalizer of SplitMix64: Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * FIRST;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND;
        return mixed ^ (mixed >>> 31);
    }
}
