package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.kind.NamedKind;
import dev.hearth.incentive.rule.MakeEarningRule;
import dev.hearth.platform.problem.Check;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule would have paid. */
@Schema(name = "AskWhatIf", examples = """
        {"days": 30, "terms": {"kinds": ["message.posted"], "currency": "points", "amount": 3}}""")
record AskWhatIf(
        @Schema(
                required = true,
                description = "local days, up to today",
                minimum = "1",
                maximum = "366",
                examples = "30")
        @Nullable
        Integer days,

        @Schema(description = "which version of the rule, a draft too; left out: the last", minimum = "1") @Nullable
        Integer version,

        @Schema(description = "the rule as it could be, instead of a version; status RETIRED: without the rule")
        @Nullable
        MakeEarningRule terms) {
    /** The days, checked with everything else that needs no look at the rule. */
    int checkedDays() {
        int checked = Check.present("/days", days);
        if (checked < 1 || checked > Window.MAX_DAYS) {
            throw Check.refused("/days", "is " + checked + ", must be 1 to " + Window.MAX_DAYS);
        }
        if (version != null && terms != null) {
            throw Check.refused("/version", "is given beside terms; give one of them");
        }
        if (version != null && version < 1) {
            throw Check.refused("/version", "is " + version + ", must be 1 or more");
        }
        return checked;
    }

    /** The kinds of event that the terms name. */
    List<NamedKind> namedKinds() {
        return terms == null ? List.of() : terms.namedKinds("/terms");
    }
}
