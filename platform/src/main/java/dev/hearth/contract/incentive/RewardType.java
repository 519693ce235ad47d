package dev.hearth.contract.incentive;

/** What a reward consists of. */
public enum RewardType {
    /** A code that a partner accepts. */
    COUPON,
    /** Something that is handed over or sent. */
    GOODS,
    /** A title, a pin or special access, for a time. */
    PRIVILEGE,
    /** Access to a group, for a time. */
    GROUP_ACCESS
}
