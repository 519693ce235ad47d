package dev.hearth.analytics.cohort;

/** When a member of a cohort counts as retained in period {@code k}. */
public enum RetentionMode {
    /** It acted in the k-th period after that of the cohort. */
    EXACT,
    /** It acted in that period or in any later one. */
    UNBOUNDED
}
