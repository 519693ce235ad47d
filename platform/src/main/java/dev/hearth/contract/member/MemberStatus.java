package dev.hearth.contract.member;

/** Where a member stands in the community. */
public enum MemberStatus {
    /** Asked to join, not yet approved. */
    PENDING,
    /** A member in good standing. */
    ACTIVE,
    /** May not act; events of banned members are refused. */
    BANNED,
    /** Was a member and left, or was removed. */
    LEFT
}
