package dev.hearth.analytics.board;

import java.util.Map;

/** What a member's acts add up to. */
sealed interface Scoring {
    /** How many there are. */
    record Events() implements Scoring {}

    /** The sum of their values; acts without one do not count. Exact within 64 bits. */
    record Values() implements Scoring {}

    /**
     * How many there are, each as often as its kind weighs.
     *
     * @param weights by kind; other kinds weigh nothing
     */
    record Contribution(Map<String, Long> weights) implements Scoring {
        public Contribution {
            weights = Map.copyOf(weights);
        }
    }

    /**
     * Points that rules gave, less what they took and what was taken back of it. Prizes, compensations, red packets,
     * transfers, refunds and corrections by hand are other facts and never among them: a board cannot be fed by the
     * prizes it pays.
     *
     * @param currency of the points
     */
    record Points(String currency) implements Scoring {}

    /**
     * Points that a member got by rules and as prizes, compensations and red packets of the community, whatever became
     * of them.
     *
     * @param currency of the points
     */
    record Received(String currency) implements Scoring {}
}
