package dev.hearth.acceptance.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that depends on what it is for, never on what was asked before: each person and each day has a source of its
 * own, so any stretch of time can be made alone.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The source for what these numbers name together. */
    static Chance of(long seed, long... names) {
        long mixed = seed;
        for (long name : names) {
            mixed = mix(mixed ^ mix(name + GOLDEN));
        }
        return new Chance(mixed);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** 0 to below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    /** 0 to below {@code bound}, the smaller the likelier. */
    int skewed(int bound) {
        double drawn = random.nextDouble();
        return (int) (drawn * drawn * bound);
    }

    /** A whole number from 1 to 8, geometric: its mean is a little less than asked for. */
    int about(double mean) {
        int times = 1;
        while (times < 8 && happens(1 - 1 / mean)) {
            times++;
        }
        return times;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
