package dev.hearth.acceptance.browser;

import java.util.List;

/** Views of the dashboard, by the words in their addresses. */
public final class Views {
    /** Those that tell figures of a whole community. */
    public static final List<String> OF_COMMUNITY = List.of(
            "today",
            "overview",
            "retention",
            "funnel",
            "growth",
            "groups",
            "leaders",
            "influence",
            "incentives",
            "goals");

    private Views() {}
}
