package dev.hearth.contract.incentive;

/** What a privilege lets a member do or be. */
public enum PrivilegeKind {
    /** A title beside the member's name. */
    TITLE,
    /** A pinned place. */
    PIN,
    /** Access to what is closed to others. */
    ACCESS,
    /** Access to a group; its id is the privilege's name. */
    GROUP
}
