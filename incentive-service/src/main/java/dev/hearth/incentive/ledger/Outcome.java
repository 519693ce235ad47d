package dev.hearth.incentive.ledger;

/** What became of a transaction that was asked for. */
public enum Outcome {
    /** It is recorded. */
    RECORDED,
    /** Its cause had made a transaction before: nothing moved. */
    REPEATED,
    /** A wallet would have fallen below zero: nothing moved. */
    INSUFFICIENT
}
