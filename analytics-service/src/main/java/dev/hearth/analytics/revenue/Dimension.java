package dev.hearth.analytics.revenue;

import org.jspecify.annotations.Nullable;

/** By what money is told apart. */
enum Dimension {
    /** How money is made: content, membership, partnership … */
    MODEL,
    CAMPAIGN,
    /** How members came. */
    CHANNEL,
    PARTNER,
    GROUP;

    /** What {@code money} has of it; null if it says nothing of it. */
    @Nullable
    String of(Money money) {
        return switch (this) {
            case MODEL -> money.model();
            case CAMPAIGN -> money.campaign();
            case CHANNEL -> money.channel();
            case PARTNER -> money.partner();
            case GROUP -> money.group();
        };
    }
}
