package dev.hearth.analytics.dashboard;

import dev.hearth.analytics.projection.AsOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a community's figures are, and how fast they move. */
@Schema(name = "Pulse")
record PulseView(
        @Schema(required = true, description = "acts and facts that are in the figures; grows only")
        long acts,

        @Schema(
                required = true,
                description = "how many of them came within the last second that was looked at; 0 in the first message")
        long perSecond,

        @Schema(required = true, description = "members that any figure knows")
        long members,

        @Schema(required = true, description = "how fresh the figures are")
        AsOf asOf) {}
