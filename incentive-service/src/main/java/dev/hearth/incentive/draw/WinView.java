package dev.hearth.incentive.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prize that was won, as operators see it. */
@Schema(name = "DrawWin")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WinView(
        @Schema(description = "the place among the wins, from 0")
        int position,

        String prize,
        String memberId,
        int lane,
        long number,
        Instant wonAt,
        @Nullable String currency,
        @Nullable Long points,

        @Schema(description = "when it was credited or handed over") @Nullable
        Instant givenAt,

        @Nullable String reference) {
    static WinView of(Win win) {
        return new WinView(
                win.position(),
                win.prize(),
                win.member(),
                win.lane(),
                win.number(),
                win.wonAt(),
                win.currency(),
                win.points(),
                win.givenAt(),
                win.reference());
    }
}
