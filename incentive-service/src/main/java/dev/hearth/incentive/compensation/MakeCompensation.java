package dev.hearth.incentive.compensation;

import dev.hearth.incentive.campaign.budget.HoldOut;
import dev.hearth.incentive.kind.NamedKind;
import dev.hearth.platform.problem.Check;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is chosen of a compensation. */
@Schema(name = "MakeCompensation", examples = """
        {"incident": "incident-7", "campaign": "spring", "currency": "points", "points": 200, "holdOutPermille": 200,
         "expected": {"metric": "ACTIVE_DAYS", "value": 1.5, "horizonDays": 14}}""")
record MakeCompensation(
        @Schema(required = true, description = "the incident's reference", examples = "incident-7") @Nullable
        String incident,

        @Schema(required = true, description = "whose budget pays", examples = "spring") @Nullable
        String campaign,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(required = true, minimum = "1", maximum = "1000000000", description = "what each member gets")
        long points,

        @Schema(
                minimum = "0",
                maximum = "900",
                defaultValue = "100",
                description = "the share of members, in thousandths, chosen at random, who get nothing")
        @Nullable
        Integer holdOutPermille,

        @Schema(required = true) @Nullable Expected expected) {
    private static final long MAX_POINTS = 1_000_000_000;
    private static final double MAX_EXPECTED = 1e12;
    private static final int MAX_DAYS = 90;
    private static final int HOLD_OUT = 100;

    /** What is expected in return. */
    @Schema(name = "ExpectedEffectWanted")
    record Expected(
            @Schema(required = true, description = "local days with any event, or the sum of events' values")
            Compensation.@Nullable Metric metric,

            @Schema(description = "the kind of event whose value counts; without it, all", examples = "purchase.made")
            @Nullable
            String kind,

            @Schema(
                    required = true,
                    description = "by how much the figure of a treated member exceeds that of one held out, on average:"
                            + " above 0",
                    examples = "1.5")
            double value,

            @Schema(required = true, minimum = "1", maximum = "90", description = "the days after the grant")
            int horizonDays) {}

    Compensation.Terms terms(String community, String id) {
        Expected given = Check.present("/expected", expected);
        Compensation.Metric metric = Check.present("/expected/metric", given.metric());
        return new Compensation.Terms(
                community,
                id,
                Check.identifier("/incident", incident),
                Check.identifier("/campaign", campaign),
                Check.identifier("/currency", currency),
                Check.range("/points", points, 1, MAX_POINTS),
                Math.toIntExact(Check.range(
                        "/holdOutPermille",
                        Objects.requireNonNullElse(holdOutPermille, HOLD_OUT),
                        0,
                        HoldOut.MAX_PERMILLE)),
                metric,
                kind(given, metric),
                value(given.value()),
                Math.toIntExact(Check.range("/expected/horizonDays", given.horizonDays(), 1, MAX_DAYS)));
    }

    List<NamedKind> namedKinds() {
        return NamedKind.at("/expected/kind", expected == null ? null : expected.kind());
    }

    private static @Nullable String kind(Expected given, Compensation.Metric metric) {
        if (given.kind() == null) {
            return null;
        }
        if (metric != Compensation.Metric.VALUE) {
            throw Check.refused("/expected/kind", "is only for the metric VALUE; leave it out");
        }
        return Check.identifier("/expected/kind", given.kind());
    }

    private static double value(double value) {
        if (!(value > 0 && value <= MAX_EXPECTED)) {
            throw Check.refused("/expected/value", "is " + value + ", must be above 0 and at most 10^12");
        }
        return value;
    }
}
