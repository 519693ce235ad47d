package dev.hearth.analytics.course;

import dev.hearth.contract.engagement.StandardEventKind;
import java.util.Optional;
import java.util.Set;

/** What is measured over some days. Each is made of what every day adds, so that it can be followed. */
public enum Metric {
    /** Distinct members who were active on at least one of the days: a day adds who was not there on one before. */
    ACTIVE_MEMBERS,
    /** Each day's active members added up: by the number of days it is the mean of daily active members. */
    MEMBER_DAYS,
    /** Events. */
    EVENTS,
    /** What the values of events add up to; those without one count for 0. Needs kinds. */
    AMOUNT,
    /** What purchases were worth less what was refunded on the days, in minor units. Takes no kinds. */
    NET_REVENUE;

    static final String PURCHASE = StandardEventKind.PURCHASE_MADE.id();
    static final String REFUND = StandardEventKind.PURCHASE_REFUNDED.id();

    /** What is wrong with measuring it by acts of these kinds, if anything. */
    public Optional<String> faultOf(Set<String> kinds) {
        return switch (this) {
            case ACTIVE_MEMBERS, MEMBER_DAYS, EVENTS -> Optional.empty();
            case AMOUNT ->
                kinds.isEmpty() ? Optional.of("must name the kinds whose values are added up") : Optional.empty();
            case NET_REVENUE ->
                kinds.isEmpty()
                        ? Optional.empty()
                        : Optional.of("must be left out: net revenue is of " + PURCHASE + " and " + REFUND);
        };
    }

    /** Acts of which kinds are looked at; empty for all that make a member active. */
    Set<String> kindsOf(Set<String> asked) {
        return switch (this) {
            case ACTIVE_MEMBERS, MEMBER_DAYS, EVENTS, AMOUNT -> asked;
            case NET_REVENUE -> Set.of(PURCHASE, REFUND);
        };
    }
}
