package dev.hearth.incentive.ledger;

/** What kind of happening a transaction is. */
public enum TransactionType {
    /** A rule answered an event. */
    EARNED,
    /** Given outside of rules: a prize, a compensation. */
    GRANTED,
    /** Spent at once. */
    REDEEMED,
    /** Spent points came back. */
    REFUNDED,
    /** Reserved. */
    HELD,
    /** What was reserved is spent. */
    CAPTURED,
    /** What was reserved is free again. */
    RELEASED,
    /** Pending points became spendable. */
    ACTIVATED,
    /** Pending points were taken back. */
    CANCELLED,
    /** Unspent when their time was over. */
    EXPIRED,
    /** Moved from one member to another. */
    TRANSFERRED,
    /** Corrected by hand. */
    ADJUSTED,
    /** Another transaction was taken back. */
    REVERSED,
    /** An opening balance. */
    IMPORTED,
    /** Points set aside for a campaign, or given back by it. */
    FUNDED,
    /** A part of a member's points as a penalty. */
    PENALISED
}
