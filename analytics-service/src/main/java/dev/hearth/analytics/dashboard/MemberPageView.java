package dev.hearth.analytics.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member did and what happened to it. */
@Schema(name = "MemberPage")
record MemberPageView(
        @Schema(required = true, examples = "ann") String memberId,

        @Schema(required = true, description = "days of the last 366 on which it did something, in order of time")
        List<ActiveDayView> days,

        @Schema(required = true, description = "the latest acts and facts, the latest first; at most 100")
        List<ActView> items,

        @Schema(required = true) AsOf asOf) {

    /** A local day. */
    @Schema(name = "MemberActiveDay")
    record ActiveDayView(
            @Schema(required = true) LocalDate day,

            @Schema(required = true, description = "what it did on it")
            long events) {}

    /** Something that it did or that happened to it. */
    @Schema(name = "MemberAct")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActView(
            @Schema(required = true, examples = "message.posted")
            String kind,

            @Schema(description = "in which group", examples = "runners") @Nullable
            String group,

            @Schema(required = true) Instant at,

            @Schema(description = "an amount that belongs to it: points, minor units", examples = "5") @Nullable
            Long value) {}
}
