package dev.hearth.analytics.conversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many purchases came how long after the member's one before. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record IntervalView(
        @Schema(required = true, description = "at least so many days (of 24 hours) after", examples = "7")
        long fromDays,

        @Schema(
                required = true,
                nullable = true,
                description = "less than so many days after; null for the last",
                examples = "14")
        @Nullable
        Long toDays,

        @Schema(required = true, description = "purchases that came so long after")
        long purchases,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "purchases that came so long after or sooner / all that followed another, 6 decimals; null"
                                + " if there are none")
        @Nullable
        BigDecimal cumulativeShare) {
    private static final List<Long> DAYS = List.of(0L, 1L, 2L, 4L, 7L, 14L, 30L, 60L, 90L, 180L, 365L);

    static List<IntervalView> of(List<Long> millis) {
        long[] counts = new long[DAYS.size()];
        for (long each : millis) {
            int found = Collections.binarySearch(DAYS, Duration.ofMillis(each).toDays());
            counts[found >= 0 ? found : -found - 2]++;
        }
        List<IntervalView> views = new ArrayList<>();
        long upTo = 0;
        for (int i = 0; i < counts.length; i++) {
            upTo += counts[i];
            Long end = i + 1 < DAYS.size() ? DAYS.get(i + 1) : null;
            views.add(new IntervalView(DAYS.get(i), end, counts[i], Ratio.of(upTo, millis.size())));
        }
        return views;
    }
}
