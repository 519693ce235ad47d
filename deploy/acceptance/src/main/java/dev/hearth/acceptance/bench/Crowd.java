package dev.hearth.acceptance.bench;

import java.util.Random;

/** Who the members are that a bench's events are of. */
enum Crowd {
    /** Each as often as any other. */
    UNIFORM("uniform") {
        @Override
        int next(Random random) {
            return random.nextInt(MEMBERS);
        }
    },
    /** The k-th one with a weight of 1/k²: the first has 61 % of all. */
    ZIPF("Zipf 2") {
        @Override
        int next(Random random) {
            double left = random.nextDouble() * WEIGHT;
            int member = 0;
            for (; member < MEMBERS - 1 && left > 0; member++) {
                left -= 1.0 / ((member + 1.0) * (member + 1.0));
            }
            return Math.max(0, member - 1);
        }
    },
    /** Always the same one. */
    ONE("one member") {
        @Override
        int next(Random random) {
            return 0;
        }
    };

    static final int MEMBERS = 20_000;
    private static final double WEIGHT = Math.PI * Math.PI / 6;

    private final String title;

    Crowd(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The number of a member, from 0. */
    abstract int next(Random random);
}
