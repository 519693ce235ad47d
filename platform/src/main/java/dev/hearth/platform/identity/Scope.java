package dev.hearth.platform.identity;

import java.util.Locale;

/** What a token may be allowed to do, as its {@code scope} claim names it: {@code members:write}. */
public enum Scope {
    COMMUNITIES_READ,
    COMMUNITIES_WRITE,
    MEMBERS_READ,
    MEMBERS_WRITE,
    EVENTS_WRITE,
    KINDS_READ,
    KINDS_WRITE,
    INCENTIVES_READ,
    INCENTIVES_WRITE,
    INCENTIVES_APPROVE,
    ANALYTICS_READ,
    ANALYTICS_WRITE,
    OPERATIONS_READ,
    OPERATIONS_WRITE;

    /** The word in the token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
