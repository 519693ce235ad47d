package dev.hearth.incentive.ledger;

/** Why points move. One cause makes one transaction, for ever; the database holds that. */
public sealed interface Cause {
    /** The community in which the cause is unique. */
    String community();

    /**
     * A rule answered an event. The version is told, but is no part of what is unique: an event that comes again after
     * the rule changed is still the same event.
     *
     * @param sourceEvent the event's id, unique in the community
     * @param rule the rule's id
     * @param ruleVersion the version of the rule that was applied, 1 or more
     */
    record Earned(String community, String sourceEvent, String rule, int ruleVersion) implements Cause {}

    /**
     * Something else asked for it: a caller, a job, another feature.
     *
     * @param key names it for ever in the community, 1 to 256 characters, e.g. {@code hold/<id>/capture}
     */
    record Requested(String community, String key) implements Cause {}
}
