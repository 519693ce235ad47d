package dev.hearth.analytics.streak;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.projection.AsOf;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The runs of one member. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberStreakView(
        @Schema(required = true, examples = "ada") String memberId,

        @Schema(required = true, description = "the day for which `current` holds")
        LocalDate day,

        @Schema(
                description = "the run that is going on: it has `day`, or the day before, for the member may still act"
                        + " on `day`; absent if there is none")
        @Nullable
        Run current,

        @Schema(description = "the longest run up to `day`, of equals the earliest; absent if the member never acted")
        @Nullable
        Run longest,

        @Schema(required = true, description = "days with an act up to `day`")
        int activeDays,

        @Schema(required = true, description = "how fresh the figures are")
        AsOf asOf) {

    static MemberStreakView of(String member, LocalDate day, Optional<MemberStreak> streak, AsOf asOf) {
        return new MemberStreakView(
                member,
                day,
                streak.map(MemberStreak::current).map(Run::of).orElse(null),
                streak.map(MemberStreak::longest).map(Run::of).orElse(null),
                streak.map(MemberStreak::activeDays).orElse(0),
                asOf);
    }

    /** Days in a row with an act. */
    record Run(
            @Schema(required = true, description = "how many")
            int days,

            @Schema(required = true, description = "the first")
            LocalDate start,

            @Schema(required = true, description = "the last")
            LocalDate end) {
        static Run of(DaySpan run) {
            return new Run(run.daysShared(run), run.first(), run.last());
        }
    }
}
