package dev.hearth.analytics.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of which something is known. */
@Schema(name = "SeenKind")
record SeenKindView(
        @Schema(required = true, examples = "message.posted")
        String kind,

        @Schema(
                required = true,
                description =
                        "whether it is something members do; else it is a fact about them, which figures find only"
                                + " where they are asked for its kind")
        boolean activity) {}
