package dev.hearth.incentive.earning.whatif;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory a what-if may take. A replica works on one at a time. */
@ConfigMapping(prefix = "hearth.what-if")
public interface WhatIfConfig {
    /**
     * Facts kept of each of both pasts: events paid, events counted by paces, counts of caps, members' progress and the
     * days in it. Some 150 bytes each: 400,000 of both are about 120 MB.
     */
    @WithDefault("400000")
    int facts();

    /** Members that are paid anything in the window, counted once in each currency. Some 150 bytes each. */
    @WithDefault("200000")
    int members();

    /** Events that are taken in one step, whose end is the next report of progress. */
    @WithDefault("5000")
    int step();
}
