package dev.hearth.contract.incentive;

/** How a privilege ended. */
public enum PrivilegeEnd {
    /** Its time was over. */
    EXPIRED,
    /** It was taken back. */
    REVOKED
}
