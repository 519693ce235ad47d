package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Detection;
import dev.hearth.platform.problem.Check;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a group is to count as cold or flooded; what is left out is as usual. */
@Schema(name = "DetectSpells")
record DetectSpells(
        @Schema(
                description = "how many weeks before are learned from; 8 if left out",
                minimum = "3",
                maximum = "11",
                examples = "8")
        @Nullable
        Integer weeks,

        @Schema(
                description = "of how many of these weeks something must be known before anything is said of a group:"
                        + " 3 to `weeks`; 3 if left out",
                minimum = "3",
                maximum = "11",
                examples = "4")
        @Nullable
        Integer leastWeeks,

        @Schema(
                description =
                        "how many hours up to now are looked at for a cold group; 6 if left out. Where even silence"
                                + " would be likely in these, twice as many are looked at, and so on up to a week",
                minimum = "1",
                maximum = "24",
                examples = "3")
        @Nullable
        Integer coldHours,

        @Schema(
                description = "how many hours up to now are looked at for a flooded group; 1 if left out",
                minimum = "1",
                maximum = "24",
                examples = "1")
        @Nullable
        Integer floodHours,

        @Schema(
                description =
                        "how unlikely so little must be, of a group as it usually is, to count as cold: the greater,"
                                + " the sooner, and the more often by chance; 0.000001 if left out",
                minimum = "0.000000001",
                maximum = "0.1",
                examples = "0.0001")
        @Nullable
        Double coldShare,

        @Schema(
                description = "how unlikely so much must be to count as flooded; 0.000001 if left out",
                minimum = "0.000000001",
                maximum = "0.1",
                examples = "0.000001")
        @Nullable
        Double floodShare,

        @Schema(
                description =
                        "how unlikely what is done may still be where a spell ends: the greater, the further within"
                                + " the band; not less than the two other shares. The greatest of these and 0.01 if left out",
                minimum = "0.000000001",
                maximum = "0.4",
                examples = "0.01")
        @Nullable
        Double endShare) {
    private static final String AT = "/detection";

    /** Fails with a problem that names the field at fault. */
    Detection detection() {
        Detection usual = Detection.USUAL;
        int learned = whole("/weeks", weeks, usual.weeks(), Detection.LEAST_WEEKS, Detection.MOST_WEEKS);
        double cold = share("/coldShare", coldShare, usual.coldShare());
        double flood = share("/floodShare", floodShare, usual.floodShare());
        return new Detection(
                learned,
                whole("/leastWeeks", leastWeeks, usual.leastWeeks(), Detection.LEAST_WEEKS, learned),
                whole("/coldHours", coldHours, usual.coldHours(), 1, Detection.MOST_HOURS),
                whole("/floodHours", floodHours, usual.floodHours(), 1, Detection.MOST_HOURS),
                cold,
                flood,
                end(Math.max(cold, flood)));
    }

    private static int whole(String field, @Nullable Integer given, int usual, int least, int most) {
        return (int) Check.range(AT + field, Objects.requireNonNullElse(given, usual), least, most);
    }

    private static double share(String field, @Nullable Double given, double usual) {
        double share = Objects.requireNonNullElse(given, usual);
        if (!(share >= Detection.LEAST_SHARE) || share > Detection.MOST_SHARE) {
            throw Check.refused(AT + field, "is " + share + ", must be 1e-9 to 0.1");
        }
        return share;
    }

    private double end(double least) {
        double share = Objects.requireNonNullElse(endShare, Math.max(least, Detection.USUAL.endShare()));
        if (!(share >= least) || share > Detection.MOST_END_SHARE) {
            throw Check.refused(
                    AT + "/endShare",
                    "is " + share + ", must be " + least + " to 0.4: not less than where a spell begins; or leave it"
                            + " out");
        }
        return share;
    }
}
