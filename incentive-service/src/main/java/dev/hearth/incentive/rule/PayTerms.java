package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Rounding;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.accrual.Share;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.platform.problem.Check;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a rule pays, beyond a fixed amount to who acts.
 *
 * @param perUnit by the event's value, instead of an amount
 * @param formula by a CEL integer, instead of an amount
 * @param shares who gets it; left out: all for who acts
 * @param multipliers percent by the beneficiary's tier
 * @param tierMultiplier whether the tier's own multiplier counts too
 * @param rounding of what is multiplied; left out {@code DOWN}
 * @param campaign whose budget pays; left out: nobody's
 */
@Schema(name = "EarningPay")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayTerms(
        @Schema(description = "points by the event's value, instead of `amount`") @Nullable
        PerUnit perUnit,

        @Schema(
                description = "CEL of type int over event, member (who acts) and community, instead of `amount`;"
                        + " a negative result debits, and what the member does not have is owed",
                examples = "event.hour >= 18 ? 10 : 2")
        @Nullable
        String formula,

        @Schema(description = "who gets it, 100 percent in all; left out: all for who acts", maxItems = 3) @Nullable
        List<@Nullable ShareTerms> shares,

        @Schema(
                description = "percent by the tier of who is credited; 150 is one and a half times, a tier that is not"
                        + " here has 100",
                examples = "{\"gold\": 150}")
        @Nullable
        Map<String, @Nullable Integer> multipliers,

        @Schema(
                description =
                        "true: what is credited is multiplied as the tier of who is credited says, unless multipliers"
                                + " names that tier")
        @Nullable
        Boolean tierMultiplier,

        @Schema(description = "of what is multiplied; left out: DOWN") @Nullable
        Rounding rounding,

        @Schema(description = "the campaign whose budget pays; left out: none", examples = "spring") @Nullable
        String campaign) {
    static final PayTerms PLAIN = new PayTerms(null, null, null, null, null, null, null);

    private static final int MAX_TIERS = 50;
    private static final int MAX_PERCENT = 10_000;

    /**
     * Points for units of the event's value, in proportion.
     *
     * @param points how many points
     * @param units for how many units
     * @param rounding left out {@code DOWN}
     */
    @Schema(name = "PointsPerUnit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PerUnit(
            @Schema(required = true, minimum = "1", maximum = "1000000", examples = "1") @Nullable
            Long points,

            @Schema(
                    required = true,
                    description = "for so many units of `value`",
                    minimum = "1",
                    maximum = "1000000000",
                    examples = "100")
            @Nullable
            Long units,

            @Nullable Rounding rounding) {
        private static final long MAX_UNITS = 1_000_000_000L;

        PerUnit checked(String at) {
            return new PerUnit(
                    Check.range(at + "/points", Check.present(at + "/points", points), 1, Rule.MAX_AMOUNT),
                    Check.range(at + "/units", Check.present(at + "/units", units), 1, MAX_UNITS),
                    rounding);
        }
    }

    /**
     * A part, and who gets it.
     *
     * @param to who
     * @param percent 1 to 100
     */
    @Schema(name = "EarningShare")
    record ShareTerms(
            @Schema(
                    required = true,
                    description = "ACTOR: who acts; TARGET: the member in `target`; OWNER: who owns the event's group")
            Share.@Nullable Beneficiary to,

            @Schema(required = true, minimum = "1", maximum = "100") @Nullable
            Integer percent) {}

    PayTerms checked(String at) {
        if (formula != null) {
            var _ = Conditions.amount(at + "/formula", formula, Vocabulary.EVENT);
        }
        checkShares(at + "/shares");
        checkMultipliers(at + "/multipliers");
        return new PayTerms(
                perUnit == null ? null : perUnit.checked(at + "/perUnit"),
                formula,
                shares,
                multipliers == null ? null : new TreeMap<>(multipliers),
                tierMultiplier,
                rounding,
                campaign == null ? null : Check.identifier(at + "/campaign", campaign));
    }

    private void checkShares(String at) {
        if (shares == null) {
            return;
        }
        Set<Share.Beneficiary> named = EnumSet.noneOf(Share.Beneficiary.class);
        int sum = 0;
        for (int i = 0; i < shares.size(); i++) {
            ShareTerms share = Check.present(at + "/" + i, shares.get(i));
            if (!named.add(Check.present(at + "/" + i + "/to", share.to()))) {
                throw Check.refused(at + "/" + i + "/to", "is there twice");
            }
            sum += Math.toIntExact(Check.range(
                    at + "/" + i + "/percent", Check.present(at + "/" + i + "/percent", share.percent()), 1, 100));
        }
        if (sum != 100) {
            throw Check.refused(at, "sum up to " + sum + " percent, must sum up to 100");
        }
    }

    private void checkMultipliers(String at) {
        if (multipliers == null) {
            return;
        }
        if (multipliers.size() > MAX_TIERS) {
            throw Check.refused(at, "names " + multipliers.size() + " tiers, must name at most " + MAX_TIERS);
        }
        multipliers.forEach((tier, percent) -> {
            var _ = Check.identifier(at, tier);
            var _ = Check.range(at + "/" + tier, Check.present(at + "/" + tier, percent), 0, MAX_PERCENT);
        });
    }
}
