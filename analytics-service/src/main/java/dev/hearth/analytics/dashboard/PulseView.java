package dev.hearth.analytics.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a community's figures are, and how fast they move. */
@Schema(name = "Pulse")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PulseView(
        @Schema(required = true, description = "acts and facts that are in the figures; grows only")
        long acts,

        @Schema(
                required = true,
                description = "how many of them came within the last second that was looked at; 0 in the first message")
        long perSecond,

        @Schema(required = true, description = "members that any figure knows")
        long members,

        @Schema(description = "the id of the newest alert: another one once something was told; absent for none")
        @Nullable
        String latestAlert,

        @Schema(required = true, description = "how fresh the figures are")
        AsOf asOf) {}
