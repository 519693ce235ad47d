package dev.hearth.incentive.accrual;

/**
 * An event that a rule answers. Whether it is paid depends on what was paid before and on the caps.
 *
 * @param occurrence the event
 * @param rule the version that answers it
 */
public record Claim(Occurrence occurrence, Rule rule) {
    /** What is paid once, for ever: the event and the rule, whatever its version. */
    public ClaimKey key() {
        return new ClaimKey(occurrence.community(), occurrence.event(), rule.id());
    }
}
