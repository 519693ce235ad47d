package dev.hearth.analytics.acquisition;

import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of acquisition, as they came, besides those of all figures. */
class ArrivalQuery {
    private static final int USUAL_DAYS = 30;
    private static final int MAX_DAYS = 366;

    @QueryParam("retainedAfterDays")
    @Parameter(
            description = "After how many days whoever does anything is retained.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366", defaultValue = "30"),
            example = "7")
    @Nullable
    String retainedAfterDays;

    @QueryParam("today")
    @Parameter(
            description = "The day on which it is looked. Default: the last day with data; lists of who is MATURE,"
                    + " RETAINED or LOST need it, so that all pages are of one day.",
            schema = @Schema(implementation = String.class, format = "date"),
            example = "2026-04-30")
    @Nullable
    String today;

    /** Fails with a problem that names the parameter. */
    int days() {
        int days =
                Objects.requireNonNullElse(QueryParameter.integer("retainedAfterDays", retainedAfterDays), USUAL_DAYS);
        if (days < 1 || days > MAX_DAYS) {
            throw QueryParameter.refused("retainedAfterDays", "is " + days + ", must be 1 to " + MAX_DAYS);
        }
        return days;
    }

    /** Null where it is not said; fails with a problem that names the parameter. */
    @Nullable
    LocalDate today() {
        return QueryParameter.day("today", today);
    }
}
