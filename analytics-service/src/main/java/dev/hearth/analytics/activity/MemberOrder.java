package dev.hearth.analytics.activity;

import java.util.Comparator;

/** The order of members among equals: shorter ids first, then by code point; so ids that are numbers ascend. */
public final class MemberOrder {
    public static final Comparator<String> ASCENDING =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private MemberOrder() {}
}
