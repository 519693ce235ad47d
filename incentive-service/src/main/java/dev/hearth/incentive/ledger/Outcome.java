package dev.hearth.incentive.ledger;

import java.util.List;

/** Whether a member had what was asked for. */
public sealed interface Outcome {
    /**
     * It was there.
     *
     * @param lots what was taken, soonest-expiring first
     */
    record Taken(List<Lot> lots) implements Outcome {
        public Taken {
            lots = List.copyOf(lots);
        }
    }

    /**
     * It was not, and nothing is taken.
     *
     * @param available what the member could spend
     */
    record Insufficient(long available) implements Outcome {}
}
