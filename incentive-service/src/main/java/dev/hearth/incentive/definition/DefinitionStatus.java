package dev.hearth.incentive.definition;

/** What a version is for. In force is the last version that is no draft, unless it is the one that retires. */
public enum DefinitionStatus {
    /** Prepared only: the version in force before it stays in force. */
    DRAFT,
    /** In force from its revision on, until the next such version. */
    ACTIVE,
    /** The end: nothing is in force any more, and no version follows. */
    RETIRED
}
