package dev.hearth.analytics.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild that is wanted.
 *
 * @param switching whether what is rebuilt shall be served; true if it is not said
 */
record StartRebuild(
        @JsonProperty("switch")
        @Schema(
                name = "switch",
                description = "false only compares what is served with the topics, slowly; true is the default",
                nullable = true)
        @Nullable
        Boolean switching) {
    boolean isSwitching() {
        return switching == null || switching;
    }
}
