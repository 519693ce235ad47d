package dev.hearth.analytics.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.course.Metric;
import dev.hearth.analytics.figure.WhoseActs;
import dev.hearth.analytics.projection.AsOf;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A goal and how it stands. */
@Schema(name = "Goal")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalView(
        @Schema(required = true, examples = "spring-actives")
        String id,

        @Schema(required = true, examples = "3,000 active in spring")
        String name,

        @Schema(description = "the goal that it serves") @Nullable
        String parent,

        @Schema(required = true) Metric metric,
        @Schema(required = true) MeasuredBy measuredBy,

        @Schema(required = true, description = "by acts of which kinds; empty for all")
        List<String> kinds,

        @Schema(description = "only in this group") @Nullable
        String group,

        @Schema(required = true) WhoseActs audience,
        @Schema(required = true) Direction direction,
        @Schema(required = true) long target,

        @Schema(required = true, description = "by how much it may fall short of what is expected and be on track")
        int tolerancePercent,

        @Schema(required = true) Plan plan,

        @Schema(required = true, description = "the first day")
        LocalDate start,

        @Schema(required = true, description = "the last day")
        LocalDate end,

        @Schema(required = true, description = "the day in the goal's zone for which it is told how it stands")
        LocalDate today,

        @Schema(required = true) GoalStatus status,

        @Schema(description = "since which day it stands so; absent while planned") @Nullable
        LocalDate since,

        @Schema(required = true, description = "what is there by now")
        long value,

        @Schema(required = true, description = "target × W(yesterday) / W(end), where W adds up the plan's weights")
        BigDecimal expected,

        @Schema(description = "what will be there at the end at the pace so far; absent while that cannot be told")
        @Nullable
        BigDecimal forecast,

        @Schema(
                description = "half of the 95 % interval of the forecast: 1.96 · s · √(days left), s the standard"
                        + " deviation of days from the pace; absent with less than two days over")
        @Nullable
        BigDecimal margin,

        @Schema(required = true) AsOf asOf,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "the subject of the token that changed it")
        String changedBy)
        implements Versioned {
    static GoalView of(Setting<Goal> setting, Pace pace, LocalDate today, AsOf asOf) {
        Goal goal = setting.value();
        return new GoalView(
                setting.id(),
                goal.name(),
                goal.parent(),
                goal.metric(),
                goal.measuredBy(),
                goal.kinds().stream().sorted().toList(),
                goal.group(),
                goal.audience(),
                goal.direction(),
                goal.target(),
                goal.tolerancePercent(),
                goal.plan(),
                goal.start(),
                goal.end(),
                today,
                pace.status(today),
                pace.since(today).orElse(null),
                pace.achieved(today),
                pace.expected(today),
                pace.forecast(today).orElse(null),
                pace.margin(today).orElse(null),
                asOf,
                setting.version(),
                setting.changedAt(),
                setting.changedBy());
    }
}
