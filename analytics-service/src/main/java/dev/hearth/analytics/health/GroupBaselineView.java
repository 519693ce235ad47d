package dev.hearth.analytics.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.health.pulse.Band;
import dev.hearth.analytics.projection.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is usual in a group in each hour of the week. */
record GroupBaselineView(
        @Schema(required = true, examples = "runners") String group,

        @Schema(
                required = true,
                description = "whose clock: the group's own, else the community's",
                examples = "Asia/Shanghai")
        String zone,

        @Schema(required = true, description = "how fresh it is")
        AsOf asOf,

        @Schema(required = true, description = "168 hours, Monday's first at midnight")
        List<HourView> items) {
    private static final int HOURS = 168;

    /** What is usual in one of them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HourView(
            @Schema(required = true) DayOfWeek day,

            @Schema(required = true, description = "when it begins, 0 to 23")
            int hour,

            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "the median of the acts in it in the weeks before; null while too few weeks are known")
            @Nullable
            BigDecimal expected,

            @Schema(required = true, nullable = true, description = "the least number that chance makes likely")
            @Nullable
            Long lower,

            @Schema(required = true, nullable = true, description = "the greatest number that chance makes likely")
            @Nullable
            Long upper,

            @Schema(required = true, description = "from how many weeks it was learned, 0 or 3 to 11")
            int weeks) {
        static HourView of(int index, @Nullable Band band) {
            DayOfWeek day = DayOfWeek.MONDAY.plus(index / 24);
            return band == null
                    ? new HourView(day, index % 24, null, null, null, 0)
                    : new HourView(
                            day,
                            index % 24,
                            BigDecimal.valueOf(band.expected()).setScale(1, RoundingMode.HALF_EVEN),
                            band.lower(),
                            band.upper(),
                            band.weeks());
        }
    }

    /** {@code week} is empty where nothing was ever done in the group. */
    static GroupBaselineView of(String group, ZoneId zone, AsOf asOf, List<Optional<Band>> week) {
        return new GroupBaselineView(
                group,
                zone.getId(),
                asOf,
                IntStream.range(0, HOURS)
                        .mapToObj(index -> HourView.of(
                                index, week.isEmpty() ? null : week.get(index).orElse(null)))
                        .toList());
    }
}
