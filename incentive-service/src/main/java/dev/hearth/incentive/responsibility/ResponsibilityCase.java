package dev.hearth.incentive.responsibility;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fault and who answers for it. It never changes; a reversal takes it back.
 *
 * @param id grows with time
 * @param fault what was told
 * @param ruleVersion the version of the rule that decided
 * @param decision who answers for how much
 * @param transaction the ledger transaction that took the points, if any were taken
 * @param decidedAt when
 * @param decidedBy the token's subject
 * @param reversal what took it back, if something did
 */
record ResponsibilityCase(
        UUID id,
        Fault fault,
        long ruleVersion,
        Decision decision,
        @Nullable UUID transaction,
        Instant decidedAt,
        String decidedBy,
        @Nullable Reversal reversal) {
    /**
     * A fault as it is told.
     *
     * @param community the community's id
     * @param incident the incident's reference
     * @param rule the rule's id
     * @param penalty what is to be split
     * @param discovery how it came out
     * @param report who reported it first, if somebody did
     */
    record Fault(
            String community,
            String incident,
            String rule,
            Penalty penalty,
            Discovery discovery,
            @Nullable Report report) {}

    /**
     * What a fault costs.
     *
     * @param points whether it is points, taken through the ledger; else money, only recorded
     * @param unit the currency's id, or an ISO 4217 code
     * @param amount points or minor units, 1 or more
     */
    record Penalty(boolean points, String unit, long amount) {}

    /**
     * What took a decision back.
     *
     * @param reason why
     * @param transaction the ledger transaction, if points moved
     * @param at when
     * @param by the token's subject
     */
    record Reversal(String reason, @Nullable UUID transaction, Instant at, String by) {}

    ResponsibilityCase reversed(Reversal by) {
        return new ResponsibilityCase(id, fault, ruleVersion, decision, transaction, decidedAt, decidedBy, by);
    }
}
