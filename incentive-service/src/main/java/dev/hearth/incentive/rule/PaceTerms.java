package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Pace;
import dev.hearth.incentive.accrual.Progress;
import dev.hearth.platform.problem.Check;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule pays who acts, and on which occasion: the nth event or days in a row, not both.
 *
 * @param coolDownSeconds from one paid event to the next, by their own times
 * @param nth which event, as they arrive; 1 is the first time
 * @param every every such multiple, not only the first
 * @param streakDays local days in a row
 * @param graceDays days that may be missing between two of the row
 */
@Schema(name = "EarningPace")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaceTerms(
        @Schema(
                description = "from one paid event to the next, at least, by their own times; what occurred before the"
                        + " last paid event and comes late is not paid",
                minimum = "1",
                maximum = "31622400")
        @Nullable
        Long coolDownSeconds,

        @Schema(
                description = "pays the nth event only, as they arrive; 1: the first time",
                minimum = "1",
                maximum = "1000000")
        @Nullable
        Integer nth,

        @Schema(description = "pays every nth event") @Nullable
        Boolean every,

        @Schema(
                description = "pays the first event of a local day by which so many days in a row have one, and every"
                        + " multiple",
                minimum = "2",
                maximum = "366")
        @Nullable
        Integer streakDays,

        @Schema(
                description = "days that may be missing between two days of the row; they do not count; left out: 0",
                minimum = "0",
                maximum = "30")
        @Nullable
        Integer graceDays) {
    private static final long MAX_COOL_DOWN = 31_622_400;
    private static final int MAX_NTH = 1_000_000;

    PaceTerms checked(String at) {
        if (coolDownSeconds != null) {
            var _ = Check.range(at + "/coolDownSeconds", coolDownSeconds, 1, MAX_COOL_DOWN);
        }
        if (nth != null) {
            var _ = Check.range(at + "/nth", nth, 1, MAX_NTH);
        }
        checkStreak(at);
        if (nth != null && streakDays != null) {
            throw Check.refused(at + "/streakDays", "is there with nth; give one or the other");
        }
        if (every != null && nth == null) {
            throw Check.refused(at + "/every", "is there without nth");
        }
        return this;
    }

    private void checkStreak(String at) {
        if (graceDays != null) {
            var _ = Check.range(at + "/graceDays", graceDays, 0, 30);
        }
        if (streakDays == null) {
            if (graceDays != null) {
                throw Check.refused(at + "/graceDays", "is there without streakDays");
            }
            return;
        }
        var _ = Check.range(at + "/streakDays", streakDays, 2, 366);
        long most = streakDays * (graceDays == null ? 1L : graceDays + 1L);
        if (most > Progress.MAX_DAYS) {
            throw Check.refused(
                    at + "/streakDays",
                    "can stretch over " + most + " days with its grace, must be at most " + Progress.MAX_DAYS);
        }
    }

    Pace pace() {
        Duration coolDown = coolDownSeconds == null ? null : Duration.ofSeconds(coolDownSeconds);
        if (nth != null) {
            return new Pace(coolDown, new Pace.Nth(nth, Boolean.TRUE.equals(every)));
        }
        return new Pace(
                coolDown, streakDays == null ? null : new Pace.Streak(streakDays, graceDays == null ? 0 : graceDays));
    }
}
