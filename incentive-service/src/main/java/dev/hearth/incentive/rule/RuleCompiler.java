package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Pace;
import dev.hearth.incentive.accrual.Pay;
import dev.hearth.incentive.accrual.Rate;
import dev.hearth.incentive.accrual.Reading;
import dev.hearth.incentive.accrual.Rounding;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.accrual.Share;
import dev.hearth.incentive.accrual.Span;
import dev.hearth.incentive.accrual.Stacking;
import dev.hearth.incentive.accrual.Trigger;
import dev.hearth.incentive.condition.Condition;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Evaluated;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.Formula;
import dev.hearth.incentive.condition.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes of what a rule says what events meet. */
final class RuleCompiler {
    private static final String NOTHING_TO_LOOK_AT = "nothing is known of the event";

    private RuleCompiler() {}

    static Rule rule(String id, int version, RuleTerms terms, Statutes statutes) {
        Map<String, Cap> limits = statutes.limits();
        return new Rule(
                id,
                version,
                new Trigger(
                        Set.copyOf(terms.kinds()),
                        new Span(terms.validFrom(), terms.validUntil()),
                        statutes.spans(terms.namedPeriods()),
                        condition(terms.condition())),
                pay(terms),
                terms.caps().stream().map(use -> use.cap(id, limits)).toList(),
                terms.pace() == null ? Pace.FREE : terms.pace().pace(),
                terms.stacking() == null ? Stacking.FREE : terms.stacking().stacking());
    }

    private static Pay pay(RuleTerms terms) {
        PayTerms pay = terms.payOrPlain();
        return new Pay(
                terms.currency(),
                rate(terms, pay),
                shares(pay),
                multipliers(pay),
                Boolean.TRUE.equals(pay.tierMultiplier()),
                Objects.requireNonNullElse(pay.rounding(), Rounding.DOWN),
                pay.campaign());
    }

    private static Rate rate(RuleTerms terms, PayTerms pay) {
        PayTerms.PerUnit perUnit = pay.perUnit();
        if (perUnit != null) {
            return new Rate.PerUnit(
                    Objects.requireNonNull(perUnit.points()),
                    Objects.requireNonNull(perUnit.units()),
                    Objects.requireNonNullElse(perUnit.rounding(), Rounding.DOWN));
        }
        return pay.formula() == null
                ? new Rate.Fixed(Objects.requireNonNull(terms.amount()))
                : new Rate.Computed(formula(pay.formula()));
    }

    private static List<Share> shares(PayTerms pay) {
        return pay.shares() == null
                ? Share.ALL_FOR_THE_ACTOR
                : pay.shares().stream()
                        .map(Objects::requireNonNull)
                        .map(share ->
                                new Share(Objects.requireNonNull(share.to()), Objects.requireNonNull(share.percent())))
                        .toList();
    }

    private static Map<String, Integer> multipliers(PayTerms pay) {
        Map<String, Integer> multipliers = new TreeMap<>();
        if (pay.multipliers() != null) {
            pay.multipliers().forEach((tier, percent) -> multipliers.put(tier, Objects.requireNonNull(percent)));
        }
        return multipliers;
    }

    private static @Nullable Function<Occurrence, Reading> condition(@Nullable String cel) {
        if (cel == null) {
            return null;
        }
        Condition condition = Conditions.compile("/condition", cel, Vocabulary.EVENT);
        return occurrence -> occurrence.facts() instanceof Facts facts
                ? switch (condition.test(facts)) {
                    case Evaluated.Value<Boolean>(Boolean holds) -> Reading.of(holds);
                    case Evaluated.Fault<Boolean>(String cause) -> new Reading.Fault("condition: " + cause);
                }
                : new Reading.Fault(NOTHING_TO_LOOK_AT);
    }

    private static Function<Occurrence, Reading> formula(String cel) {
        Formula formula = Conditions.amount("/pay/formula", cel, Vocabulary.EVENT);
        return occurrence -> occurrence.facts() instanceof Facts facts
                ? switch (formula.amount(facts)) {
                    case Evaluated.Value<Long>(Long points) -> new Reading.Value(points);
                    case Evaluated.Fault<Long>(String cause) -> new Reading.Fault("formula: " + cause);
                }
                : new Reading.Fault(NOTHING_TO_LOOK_AT);
    }
}
