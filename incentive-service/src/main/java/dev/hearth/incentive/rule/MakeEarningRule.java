package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole of a rule, as the caller wants it. */
@Schema(name = "MakeEarningRule", examples = """
        {"kinds": ["message.posted"], "currency": "points", "amount": 2, "caps": [{"cap": "daily-20"}]}""")
record MakeEarningRule(
        @Schema(required = true, minItems = 1, maxItems = RuleTerms.MAX_KINDS, examples = "[\"message.posted\"]")
        @Nullable
        List<@Nullable String> kinds,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(
                required = true,
                description = "points for each event, as far as the caps leave them",
                minimum = "1",
                maximum = "1000000",
                examples = "2")
        @Nullable
        Long amount,

        @Schema(maxItems = RuleTerms.MAX_CAPS, examples = "[{\"cap\":\"daily-20\"}]") @Nullable
        List<@Nullable CapUse> caps,

        @Schema(description = "answers events that occurred at or after this; left out: always") @Nullable
        Instant validFrom,

        @Schema(description = "answers events that occurred before this; left out: for ever") @Nullable
        Instant validUntil) {

    RuleTerms terms() {
        List<CapUse> uses = checkedCaps();
        checkValidity();
        return new RuleTerms(
                checkedKinds(),
                Check.identifier("/currency", currency),
                Check.range("/amount", Check.present("/amount", amount), 1, Rule.MAX_AMOUNT),
                own(uses, Cap.Unit.POINTS),
                own(uses, Cap.Unit.TIMES),
                sharedCaps(uses),
                validFrom,
                validUntil);
    }

    private SortedSet<String> checkedKinds() {
        List<@Nullable String> given = Check.present("/kinds", kinds);
        if (given.isEmpty() || given.size() > RuleTerms.MAX_KINDS) {
            throw Check.refused("/kinds", "has " + given.size() + " kinds, must have 1 to " + RuleTerms.MAX_KINDS);
        }
        SortedSet<String> checked = new TreeSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (!checked.add(Check.identifier("/kinds/" + i, given.get(i)))) {
                throw Check.refused("/kinds/" + i, "is there twice");
            }
        }
        return checked;
    }

    private List<CapUse> checkedCaps() {
        List<@Nullable CapUse> given = caps == null ? List.of() : caps;
        if (given.size() > RuleTerms.MAX_CAPS) {
            throw Check.refused("/caps", "has " + given.size() + " caps, must have at most " + RuleTerms.MAX_CAPS);
        }
        List<CapUse> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            CapUse use = Check.present("/caps/" + i, given.get(i));
            use.check("/caps/" + i);
            if (checked.stream().anyMatch(other -> isSame(use, other))) {
                throw Check.refused(
                        "/caps/" + i,
                        "is there twice: a rule has each cap of the community, and a cap"
                                + " of its own in each unit, once");
            }
            checked.add(use);
        }
        return checked;
    }

    private void checkValidity() {
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw Check.refused("/validUntil", "is " + validUntil + ", must be after validFrom, " + validFrom);
        }
    }

    private static boolean isSame(CapUse one, CapUse other) {
        return one.isOwn()
                ? other.isOwn() && one.unit() == other.unit()
                : one.cap() != null && one.cap().equals(other.cap());
    }

    private static @Nullable Long own(List<CapUse> uses, Cap.Unit unit) {
        for (CapUse use : uses) {
            if (use.unit() == unit) {
                return use.limit();
            }
        }
        return null;
    }

    private static SortedSet<String> sharedCaps(List<CapUse> uses) {
        SortedSet<String> shared = new TreeSet<>();
        for (CapUse use : uses) {
            String cap = use.cap();
            if (cap != null) {
                shared.add(cap);
            }
        }
        return shared;
    }
}
