package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a fault, and for how much. Key: the community.
 *
 * @param decision the case's id
 * @param incident the incident's reference
 * @param rule the rule's id
 * @param ruleVersion the version of the rule
 * @param unit the currency's id for points, the ISO 4217 code for money
 * @param points whether the amounts are points; else minor units of money
 * @param penalty the whole amount; the parts sum to it
 * @param parts who answers for what
 * @param exempt whether a report that came before the discovery exempted somebody
 * @param reversed set on the reversal of the decision: why
 */
@Contract(type = "dev.hearth.incentive.responsibility-decided.v1", topic = "hearth.incentive")
public record ResponsibilityDecided(
        String decision,
        String incident,
        String rule,
        long ruleVersion,
        String unit,
        boolean points,
        long penalty,
        List<ResponsibilityPart> parts,
        boolean exempt,
        @Nullable String reversed) {
    public ResponsibilityDecided {
        parts = List.copyOf(parts);
    }
}
