package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.Period;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code period} of figures whose periods follow each other without overlap. */
public final class CalendarPeriod {
    private static final List<Period> OFFERED = List.of(Period.DAY, Period.ISO_WEEK, Period.MONTH);

    @QueryParam("period")
    @Parameter(
            description = "A figure for each local day, each ISO week (Monday to Sunday) or each calendar month. A"
                    + " member counts once in each.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"DAY", "ISO_WEEK", "MONTH"},
                            defaultValue = "DAY"),
            example = "ISO_WEEK")
    @Nullable
    public String period;

    /** The period that is asked for; fails if there is none of that name. */
    public Period asked() {
        return Periods.of(period, OFFERED);
    }
}
