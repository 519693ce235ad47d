package dev.hearth.analytics.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import dev.hearth.analytics.setting.Setting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The course of a goal. */
@Schema(name = "GoalCourse")
record CourseView(
        @Schema(required = true, examples = "spring-actives")
        String goal,

        @Schema(required = true, description = "how fresh it is")
        AsOf asOf,

        @Schema(required = true, description = "each day of the goal, at most 400")
        List<DayView> items) {

    /** One of a goal's days. */
    @Schema(name = "GoalDay")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayView(
            @Schema(required = true) LocalDate day,

            @Schema(description = "what was there at its end; absent of days to come") @Nullable
            Long value,

            @Schema(required = true, description = "what the plan expects at its end")
            BigDecimal planned) {}

    static CourseView of(Setting<Goal> setting, Pace pace, LocalDate today, AsOf asOf) {
        Goal goal = setting.value();
        List<BigDecimal> plan = pace.plan();
        return new CourseView(
                setting.id(),
                asOf,
                goal.start()
                        .datesUntil(goal.end().plusDays(1))
                        .map(day -> new DayView(
                                day,
                                day.isAfter(today) ? null : pace.achieved(day),
                                plan.get(Math.toIntExact(
                                        day.toEpochDay() - goal.start().toEpochDay()))))
                        .toList());
    }
}
