package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.CapOrder;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules and caps of a community as they would be after a change, to be checked before it is made. */
final class DraftBook {
    /** Rules of a community, and caps, at most. */
    static final int MAX = 500;

    private final Map<String, RuleTerms> rules = new TreeMap<>();
    private final Map<String, Cap> caps = new TreeMap<>();

    DraftBook(Collection<EarningRuleVersion> rules, Collection<CapVersion> caps) {
        rules.forEach(rule -> this.rules.put(rule.id(), rule.terms()));
        caps.forEach(cap -> this.caps.put(cap.id(), cap.cap()));
    }

    /** The book with that rule, if it may be. */
    void with(RuleId id, RuleTerms terms) {
        List<FieldError> unknown = new ArrayList<>();
        for (String cap : terms.sharedCaps()) {
            if (!caps.containsKey(cap)) {
                unknown.add(new FieldError("/caps", "names cap " + cap + ", which is not set; PUT the cap first"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(RuleProblem.CAP_NOT_SET, unknown.size() + " of the caps do not exist", unknown);
        }
        rules.put(id.rule(), terms);
        checkSize(rules.size(), "rules");
        checkOrder("/caps");
    }

    /** The book with that cap, if it may be. */
    void with(CapId id, CapTerms terms) {
        caps.put(id.cap(), Cap.shared(id.cap(), terms.unit(), terms.limit()));
        checkSize(caps.size(), "caps");
        checkOrder("/unit");
    }

    private void checkOrder(String pointer) {
        List<Rule> drafted = rules.entrySet().stream()
                .map(rule -> rule.getValue().rule(rule.getKey(), 1, caps))
                .toList();
        CapOrder.conflict(drafted).ifPresent(conflict -> {
            throw new ProblemException(
                    RuleProblem.ORDER_DEPENDENT_CAPS,
                    new FieldError(
                            pointer,
                            conflict.cap() + " limits " + String.join(", ", conflict.rules()) + ": "
                                    + conflict.remedy()));
        });
    }

    private static void checkSize(int size, String what) {
        if (size > MAX) {
            throw new ProblemException(
                    RuleProblem.TOO_MANY, "a community has at most " + MAX + " " + what + "; change one it has");
        }
    }
}
