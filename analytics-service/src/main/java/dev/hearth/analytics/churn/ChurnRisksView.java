package dev.hearth.analytics.churn;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Members by risk. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChurnRisksView(
        @Schema(required = true, description = "how fresh the risks are; they are computed every ten seconds at most")
        AsOf asOf,

        @Schema(required = true, description = "how many members have such a risk, on all pages")
        long total,

        @Schema(required = true, description = "the greatest risk first")
        List<ChurnRiskView> items,

        @Schema(description = "the cursor of the next page; absent on the last one") @Nullable
        String next) {}
