package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.accrual.Span;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The rules, caps and periods of one community as they are in force, or would be.
 *
 * @param rules by id
 * @param caps by id
 * @param periods by id
 */
record Statutes(Map<String, Defined<RuleTerms>> rules, Map<String, CapTerms> caps, Map<String, PeriodTerms> periods) {
    Statutes {
        rules = new TreeMap<>(rules);
        caps = new TreeMap<>(caps);
        periods = new TreeMap<>(periods);
    }

    /** The same with that version of a rule; without the rule, if it is retired. */
    Statutes with(Defined<RuleTerms> version) {
        Map<String, Defined<RuleTerms>> changed = new TreeMap<>(rules);
        if (version.status() == DefinitionStatus.RETIRED) {
            changed.remove(version.id());
        } else {
            changed.put(version.id(), version);
        }
        return new Statutes(changed, caps, periods);
    }

    /** All rules as events meet them. */
    List<Rule> compiled() {
        return rules.values().stream().map(this::compiled).toList();
    }

    Rule compiled(Defined<RuleTerms> rule) {
        return RuleCompiler.rule(rule.id(), Math.toIntExact(rule.version()), rule.terms(), this);
    }

    /** The caps as rules meet them. */
    Map<String, Cap> limits() {
        Map<String, Cap> limits = new TreeMap<>();
        caps.forEach((id, terms) -> limits.put(id, terms.cap(id)));
        return limits;
    }

    List<Span> spans(List<String> named) {
        return named.stream()
                .flatMap(id -> Objects.requireNonNull(periods.get(id), "a period that is not there").spans().stream())
                .map(PeriodTerms.Stretch::span)
                .toList();
    }
}
