package dev.hearth.analytics.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came after a mark. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EffectView(
        @Schema(required = true, description = "the mark") MarkView mark,

        @Schema(required = true, description = "what is compared")
        EffectMetric metric,

        @Schema(required = true, description = "how fresh it is")
        AsOf asOf,

        @Schema(
                required = true,
                description = "whether there is a whole week with data before and one that is over after it")
        boolean enoughDays,

        @Schema(required = true, description = "how many days are compared on either side: whole weeks")
        int days,

        @Schema(description = "the mean of a day before; absent without enough days") @Nullable
        BigDecimal before,

        @Schema(description = "the mean of a day after; absent without enough days") @Nullable
        BigDecimal after,

        @Schema(description = "after less before; absent without enough days") @Nullable
        BigDecimal difference) {
    static EffectView of(MarkView mark, EffectMetric metric, AsOf asOf, Effect effect) {
        boolean enough = effect.weeks() > 0;
        BigDecimal before = enough ? rounded(effect.before()) : null;
        BigDecimal after = enough ? rounded(effect.after()) : null;
        return new EffectView(
                mark,
                metric,
                asOf,
                enough,
                7 * effect.weeks(),
                before,
                after,
                enough ? rounded(effect.after() - effect.before()) : null);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }
}
