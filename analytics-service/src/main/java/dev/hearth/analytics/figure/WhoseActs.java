package dev.hearth.analytics.figure;

/** Among which members a figure is taken. */
public enum WhoseActs {
    /** All of the community. */
    ALL,
    /** Its target audience. */
    TARGET
}
