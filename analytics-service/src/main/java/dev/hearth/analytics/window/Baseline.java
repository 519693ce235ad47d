package dev.hearth.analytics.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.problem.Check;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a window is compared with.
 *
 * @param of how the days are found
 * @param window another window's id, if {@code of} is {@code WINDOW}
 * @param from the first day, if {@code of} is {@code DAYS}
 * @param to the last day, if {@code of} is {@code DAYS}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Baseline")
record Baseline(
        @Schema(required = true, description = "how the days are found", examples = "PREVIOUS")
        BaselineKind of,

        @Schema(description = "another window's id, of WINDOW only") @Nullable
        String window,

        @Schema(description = "the first day, of DAYS only") @Nullable
        LocalDate from,

        @Schema(description = "the last day, of DAYS only") @Nullable
        LocalDate to) {
    static final Baseline PREVIOUS = new Baseline(BaselineKind.PREVIOUS, null, null, null);

    @SuppressWarnings("NullAway") // a body may leave out what must be there
    Baseline {
        var _ = Check.present("/baseline/of", of);
        switch (of) {
            case PREVIOUS, YEAR_BEFORE -> refuse(window != null || from != null, of);
            case WINDOW -> {
                refuse(from != null || to != null, of);
                var _ = Check.identifier("/baseline/window", window);
            }
            case DAYS -> {
                refuse(window != null, of);
                NamedWindow.checkDays("/baseline", from, to);
            }
        }
    }

    private static void refuse(boolean tooMuch, BaselineKind of) {
        if (tooMuch) {
            throw Check.refused("/baseline", "says more than " + of + " needs; leave the rest out");
        }
    }
}
