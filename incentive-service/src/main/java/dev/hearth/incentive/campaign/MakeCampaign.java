package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.HoldOut;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is chosen of a campaign. */
@Schema(name = "MakeCampaign", examples = """
        {"name": "Spring festival", "opensAt": "2026-02-10T00:00:00Z", "endsAt": "2027-03-01T00:00:00Z",
         "targets": [{"metric": "members-reached", "value": 500}], "money": [{"currency": "CNY", "amount": 2000000}],
         "holdOutPermille": 100, "alertPercents": [50, 80, 100], "status": "ACTIVE"}""")
record MakeCampaign(
        @Schema(required = true, minLength = 1, maxLength = 200, examples = "Spring festival") @Nullable
        String name,

        @Schema(required = true, description = "the first instant whose deeds it pays") @Nullable
        Instant opensAt,

        @Schema(description = "the first instant whose deeds it pays no more; without it, it has no end") @Nullable
        Instant endsAt,

        @Schema(description = "what shall be reached, at most 20") @Nullable
        List<Target> targets,

        @Schema(description = "what it may cost beside points, by currency, at most 10") @Nullable
        List<Money> money,

        @Schema(
                minimum = "0",
                maximum = "900",
                defaultValue = "0",
                description = "the share of members, in thousandths, chosen at random, who never get its awards; fixed"
                        + " once the campaign is active")
        @Nullable
        Integer holdOutPermille,

        @Schema(description = "shares of a budget in percent, 1 to 100, told when they are drawn; at most 10") @Nullable
        List<Integer> alertPercents,

        @Schema(
                description = "RETIRED closes the campaign for good and gives back what is left",
                defaultValue = "ACTIVE")
        @Nullable
        DefinitionStatus status) {
    private static final int MAX_NAME = 200;
    private static final int MAX_TARGETS = 20;
    private static final int MAX_ENTRIES = 10;
    private static final long MAX_VALUE = 1_000_000_000_000L;

    /** A target as it is asked for. */
    @Schema(name = "CampaignTargetWanted")
    record Target(
            @Schema(required = true, examples = "members-reached") @Nullable
            String metric,

            @Schema(required = true, minimum = "1") long value) {}

    /** A budget of money as it is asked for. */
    @Schema(name = "CampaignMoneyWanted")
    record Money(
            @Schema(required = true, examples = "CNY", description = "ISO 4217") @Nullable
            String currency,

            @Schema(required = true, minimum = "1", description = "minor units")
            long amount) {}

    Wanted<CampaignTerms> wanted() {
        return Wanted.of(
                new CampaignTerms(
                        Check.text("/name", name, MAX_NAME),
                        Moment.check("/opensAt", opensAt),
                        end(),
                        targetsWanted(),
                        moneyWanted(),
                        Math.toIntExact(Check.range(
                                "/holdOutPermille",
                                Objects.requireNonNullElse(holdOutPermille, 0),
                                0,
                                HoldOut.MAX_PERMILLE)),
                        alerts()),
                status);
    }

    private @Nullable Instant end() {
        if (endsAt == null) {
            return null;
        }
        Instant end = Moment.check("/endsAt", endsAt);
        if (!Moment.check("/opensAt", opensAt).isBefore(end)) {
            throw Check.refused("/endsAt", "is not after opensAt");
        }
        return end;
    }

    private List<CampaignTerms.Target> targetsWanted() {
        List<Target> given = bounded("/targets", targets, MAX_TARGETS);
        List<CampaignTerms.Target> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/targets/" + i;
            Target target = Check.present(at, given.get(i));
            checked.add(new CampaignTerms.Target(
                    Check.identifier(at + "/metric", target.metric()),
                    Check.range(at + "/value", target.value(), 1, MAX_VALUE)));
        }
        return checked;
    }

    private List<CampaignTerms.MoneyBudget> moneyWanted() {
        List<Money> given = bounded("/money", money, MAX_ENTRIES);
        List<CampaignTerms.MoneyBudget> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/money/" + i;
            Money one = Check.present(at, given.get(i));
            String code = IsoCurrency.check(at + "/currency", one.currency());
            if (!seen.add(code)) {
                throw Check.refused(at + "/currency", "comes twice; add the amounts up");
            }
            checked.add(new CampaignTerms.MoneyBudget(code, Check.range(at + "/amount", one.amount(), 1, MAX_VALUE)));
        }
        return checked;
    }

    private List<Integer> alerts() {
        List<Integer> given = bounded("/alertPercents", alertPercents, MAX_ENTRIES);
        for (int i = 0; i < given.size(); i++) {
            String at = "/alertPercents/" + i;
            long _ = Check.range(at, Check.present(at, given.get(i)), 1, 100);
        }
        return given;
    }

    private static <T> List<T> bounded(String pointer, @Nullable List<T> given, int most) {
        List<T> entries = given == null ? List.of() : given;
        if (entries.size() > most) {
            throw Check.refused(pointer, "has " + entries.size() + " entries, must have at most " + most);
        }
        return entries;
    }
}
