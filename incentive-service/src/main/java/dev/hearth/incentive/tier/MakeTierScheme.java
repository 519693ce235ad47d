package dev.hearth.incentive.tier;

import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.standing.Downgrade;
import dev.hearth.incentive.standing.QualifyingPeriod;
import dev.hearth.incentive.standing.QualifyingPeriod.Kind;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.standing.Tier;
import dev.hearth.platform.problem.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole of a scheme, as the caller wants it. */
@Schema(name = "MakeTierScheme", examples = """
        {"currency": "points", "period": {"kind": "YEAR"}, "downgrade": "ONE_LEVEL", "graceDays": 14, "tiers": [
          {"tier": "silver", "name": "Silver", "threshold": 100, "keep": 80},
          {"tier": "gold", "name": "Gold", "threshold": 500, "keep": 300, "multiplier": 1500, "privileges": ["lounge"]}]}""")
record MakeTierScheme(
        @Schema(
                required = true,
                description = "whose points qualify: those that rules paid, never what is left of them",
                examples = "points")
        @Nullable
        String currency,

        @Schema(required = true) @Nullable Period period,

        @Schema(
                description = "how far a member falls that did not keep its tier, never below what it earned in the"
                        + " period; left out: TO_EARNED")
        @Nullable
        Downgrade downgrade,

        @Schema(
                description = "days after a period, or after a rolling sum has become too small, before anybody falls;"
                        + " what is earned in them helps to keep the tier; fewer than the shortest period has; left"
                        + " out: 0",
                minimum = "0",
                maximum = "364")
        @Nullable
        Integer graceDays,

        @Schema(
                required = true,
                maxItems = Scheme.MAX_TIERS,
                description = "by rising threshold; none: nobody has a tier any more")
        @Nullable
        List<@Nullable Step> tiers,

        @Schema(description = "ACTIVE, or DRAFT; left out: ACTIVE") @Nullable
        DefinitionStatus status) {

    /** Whose days count. */
    @Schema(name = "QualifyingPeriod", examples = "{\"kind\": \"YEAR\"}")
    record Period(
            @Schema(required = true, description = "calendar ones end at the community's midnight") @Nullable
            Kind kind,

            @Schema(description = "for ROLLING, and no other", minimum = "1", maximum = "" + QualifyingPeriod.MAX_DAYS)
            @Nullable
            Integer days) {
        QualifyingPeriod checked() {
            Kind which = Check.present("/period/kind", kind);
            if (which != Kind.ROLLING) {
                if (days != null) {
                    throw Check.refused("/period/days", "is for ROLLING only; leave it out");
                }
                return new QualifyingPeriod(which, null);
            }
            long asked = Check.present("/period/days", days);
            return new QualifyingPeriod(
                    which, Math.toIntExact(Check.range("/period/days", asked, 1, QualifyingPeriod.MAX_DAYS)));
        }
    }

    /** One tier. */
    @Schema(
            name = "MakeTier",
            examples =
                    "{\"tier\": \"gold\", \"name\": \"Gold\", \"threshold\": 500, \"keep\": 300, \"multiplier\": 1500}")
    record Step(
            @Schema(required = true, description = "by it a member's tier is known when the scheme changes") @Nullable
            String tier,

            @Schema(required = true, minLength = 1, maxLength = MAX_NAME) @Nullable
            String name,

            @Schema(
                    required = true,
                    description = "points of the period that reach it",
                    minimum = "0",
                    maximum = "1000000000000")
            @Nullable
            Long threshold,

            @Schema(
                    description = "points of a period that keep it; left out: the threshold",
                    minimum = "0",
                    maximum = "1000000000000")
            @Nullable
            Long keep,

            @Schema(
                    description = "what rules pay to its members, in thousandths; left out: 1000, once",
                    minimum = "0",
                    maximum = "" + Tier.MAX_MULTIPLIER)
            @Nullable
            Integer multiplier,

            @Schema(description = "names of what its members may do", maxItems = Tier.MAX_PRIVILEGES) @Nullable
            List<@Nullable String> privileges) {
        Tier checked(String pointer) {
            long reaches = Check.range(
                    pointer + "/threshold", Check.present(pointer + "/threshold", threshold), 0, Tier.MAX_POINTS);
            long keeps = Check.range(pointer + "/keep", Objects.requireNonNullElse(keep, reaches), 0, reaches);
            long pays = Check.range(
                    pointer + "/multiplier",
                    Objects.requireNonNullElse(multiplier, Tier.SINGLE),
                    0,
                    Tier.MAX_MULTIPLIER);
            return new Tier(
                    Check.identifier(pointer + "/tier", tier),
                    Check.text(pointer + "/name", name, MAX_NAME),
                    reaches,
                    keeps,
                    Math.toIntExact(pays),
                    names(pointer + "/privileges"));
        }

        private List<String> names(String pointer) {
            List<@Nullable String> given = privileges == null ? List.of() : privileges;
            if (given.size() > Tier.MAX_PRIVILEGES) {
                throw Check.refused(
                        pointer, "has " + given.size() + " privileges, must have at most " + Tier.MAX_PRIVILEGES);
            }
            List<String> checked = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                checked.add(Check.text(pointer + "/" + i, given.get(i), MAX_NAME));
            }
            return checked;
        }
    }

    private static final int MAX_NAME = 100;

    Wanted<Scheme> wanted() {
        QualifyingPeriod qualifying = Check.present("/period", period).checked();
        long grace = Check.range("/graceDays", Objects.requireNonNullElse(graceDays, 0), 0, qualifying.maxGrace());
        Scheme scheme = new Scheme(
                Check.identifier("/currency", currency),
                qualifying,
                Objects.requireNonNullElse(downgrade, Downgrade.TO_EARNED),
                Math.toIntExact(grace),
                checkedTiers());
        if (status == DefinitionStatus.RETIRED) {
            throw Check.refused("/status", "is RETIRED, must be ACTIVE or DRAFT; a scheme without tiers ends them");
        }
        return Wanted.of(scheme, status);
    }

    private List<Tier> checkedTiers() {
        List<@Nullable Step> given = Check.present("/tiers", tiers);
        if (given.size() > Scheme.MAX_TIERS) {
            throw Check.refused("/tiers", "has " + given.size() + " tiers, must have at most " + Scheme.MAX_TIERS);
        }
        List<Tier> checked = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/tiers/" + i;
            Tier tier = Check.present(pointer, given.get(i)).checked(pointer);
            if (!ids.add(tier.id())) {
                throw Check.refused(pointer + "/tier", "is there twice");
            }
            if (!checked.isEmpty() && tier.threshold() <= checked.getLast().threshold()) {
                throw Check.refused(
                        pointer + "/threshold",
                        "is " + tier.threshold() + ", must be above the tier's before it, "
                                + checked.getLast().threshold());
            }
            checked.add(tier);
        }
        return checked;
    }
}
