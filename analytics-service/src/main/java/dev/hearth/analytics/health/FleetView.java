package dev.hearth.analytics.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Groups by rank. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FleetView(
        @Schema(required = true, description = "how fresh the figures are; they are computed every two seconds at most")
        AsOf asOf,

        @Schema(required = true, description = "how many groups the community has")
        int groups,

        @Schema(required = true, description = "how many of them no operator leads at present")
        long uncovered,

        @Schema(required = true) List<GroupHealthView> items,

        @Schema(description = "the cursor of the next page; absent on the last one") @Nullable
        String next) {}
