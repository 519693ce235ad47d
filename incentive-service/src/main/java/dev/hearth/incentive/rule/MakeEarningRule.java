package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.incentive.currency.SetExpiry;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.kind.NamedKind;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole of a rule, as the caller wants it. */
@Schema(name = "MakeEarningRule", examples = """
        {"kinds": ["message.posted"], "currency": "points", "amount": 2, "caps": [{"cap": "daily-20"}]}""")
public record MakeEarningRule(
        @Schema(required = true, minItems = 1, maxItems = RuleTerms.MAX_KINDS, examples = "[\"message.posted\"]")
        @Nullable
        List<@Nullable String> kinds,

        @Schema(
                description = "CEL of type bool over event, member (who acts) and community; left out: always",
                maxLength = Conditions.MAX_LENGTH,
                examples = "event.value >= 100 && member.level >= 2")
        @Nullable
        String condition,

        @Schema(
                description = "ids of periods, in one of which the event must have occurred; left out: always",
                maxItems = RuleTerms.MAX_PERIODS)
        @Nullable
        List<@Nullable String> periods,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(
                description =
                        "points for each event, as far as the caps leave them; negative: taken, and what the member"
                                + " does not have is owed; left out where `pay` has `perUnit` or `formula`",
                minimum = "-1000000",
                maximum = "1000000",
                examples = "2")
        @Nullable
        Long amount,

        @Nullable PayTerms pay,

        @Schema(
                maxItems = RuleTerms.MAX_CAPS,
                description = "limits to what is credited; debits are neither limited nor counted",
                examples = "[{\"cap\":\"daily-20\"}]")
        @Nullable
        List<@Nullable CapUse> caps,

        @Nullable PaceTerms pace,

        @Schema(description = "left out: as the currency says") @Nullable
        SetExpiry expiry,

        @Schema(description = "left out: spendable at once") @Nullable
        PendingTerms pending,

        @Nullable StackingTerms stacking,

        @Schema(description = "answers events that occurred at or after this; left out: always") @Nullable
        Instant validFrom,

        @Schema(description = "answers events that occurred before this; left out: for ever") @Nullable
        Instant validUntil,

        @Schema(description = "DRAFT: prepared only; ACTIVE, if left out: in force; RETIRED: the end") @Nullable
        DefinitionStatus status) {
    Wanted<RuleTerms> wanted() {
        return Wanted.of(terms(), status);
    }

    /**
     * The kinds that there must be; a rule that ends needs none.
     *
     * @param at where in the request these terms stand; empty if they are all of it
     */
    public List<NamedKind> namedKinds(String at) {
        if (kinds == null || status == DefinitionStatus.RETIRED) {
            return List.of();
        }
        List<NamedKind> named = new ArrayList<>(NamedKind.listed(at + "/kinds", kinds));
        named.addAll(NamedKind.at(at + "/pending/onKind", pending == null ? null : pending.onKind()));
        return named;
    }

    private RuleTerms terms() {
        List<CapUse> uses = checkedCaps();
        checkValidity();
        if (condition != null) {
            var _ = Conditions.compile("/condition", condition, Vocabulary.EVENT);
        }
        PayTerms checkedPay = pay == null ? null : pay.checked("/pay");
        return new RuleTerms(
                ids("/kinds", Check.present("/kinds", kinds), 1, RuleTerms.MAX_KINDS),
                condition,
                periods == null ? null : ids("/periods", periods, 1, RuleTerms.MAX_PERIODS),
                Check.identifier("/currency", currency),
                checkedAmount(checkedPay),
                checkedPay,
                uses,
                pace == null ? null : pace.checked("/pace"),
                expiry == null ? null : expiry.policy("/expiry"),
                pending == null ? null : pending.checked("/pending"),
                stacking == null ? null : stacking.checked("/stacking"),
                validFrom == null ? null : validFrom.truncatedTo(ChronoUnit.MICROS),
                validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MICROS));
    }

    private @Nullable Long checkedAmount(@Nullable PayTerms checkedPay) {
        PayTerms other = checkedPay == null ? PayTerms.PLAIN : checkedPay;
        long ways = Stream.of(amount, other.perUnit(), other.formula())
                .filter(way -> way != null)
                .count();
        if (ways == 0) {
            throw Check.refused("/amount", "is missing; give amount, pay/perUnit or pay/formula");
        }
        if (ways > 1) {
            throw Check.refused("/amount", "is one of " + ways + " ways to say how much; give one");
        }
        if (amount != null && (amount == 0 || Math.abs(amount) > Rule.MAX_AMOUNT || amount == Long.MIN_VALUE)) {
            throw Check.refused(
                    "/amount",
                    "is " + amount + ", must be 1 to " + Rule.MAX_AMOUNT + ", or -" + Rule.MAX_AMOUNT + " to -1");
        }
        return amount;
    }

    private static List<String> ids(String at, List<@Nullable String> given, int least, int most) {
        if (given.size() < least || given.size() > most) {
            throw Check.refused(
                    at, "has " + given.size() + " " + at.substring(1) + ", must have " + least + " to " + most);
        }
        TreeSet<String> checked = new TreeSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (!checked.add(Check.identifier(at + "/" + i, given.get(i)))) {
                throw Check.refused(at + "/" + i, "is there twice");
            }
        }
        return List.copyOf(checked);
    }

    /** Its own first, then the community's by name: the same rule is the same document in whatever order it came. */
    private List<CapUse> checkedCaps() {
        List<@Nullable CapUse> given = caps == null ? List.of() : caps;
        if (given.size() > RuleTerms.MAX_CAPS) {
            throw Check.refused("/caps", "has " + given.size() + " caps, must have at most " + RuleTerms.MAX_CAPS);
        }
        List<CapUse> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            CapUse use = Check.present("/caps/" + i, given.get(i)).checked("/caps/" + i);
            if (checked.stream().anyMatch(use::isLike)) {
                throw Check.refused(
                        "/caps/" + i,
                        "is there twice: a rule has each cap of the community once, and one cap"
                                + " of its own for each scope, window and unit");
            }
            checked.add(use);
        }
        checked.sort(Comparator.comparing((CapUse use) -> !use.isOwn())
                .thenComparing(use -> String.valueOf(use.unit()))
                .thenComparing(use -> String.valueOf(use.scope()))
                .thenComparing(use -> String.valueOf(use.window()))
                .thenComparing(use -> String.valueOf(use.cap())));
        return checked;
    }

    private void checkValidity() {
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw Check.refused("/validUntil", "is " + validUntil + ", must be after validFrom, " + validFrom);
        }
    }
}
