package dev.hearth.contract.signal;

/** How likely a member is to stay away. */
public enum ChurnLevel {
    /** Less than 0.3. */
    LOW,
    /** Up to 0.6. */
    MEDIUM,
    /** 0.6 or more. */
    HIGH
}
