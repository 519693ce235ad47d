package dev.hearth.incentive.rule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rule could not do: how often, and the last time why. */
@Schema(name = "RuleTrouble")
record TroubleView(
        @Schema(description = "events, each time they came") long times,

        @Schema(description = "the version of the rule, the last time")
        int version,

        @Schema(description = "the event's id, the last time", examples = "m-1")
        String event,

        @Schema(description = "why, the last time", examples = "condition: key 'value' is not present")
        String cause,

        Instant lastAt) {}
