package dev.hearth.analytics.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.health.pulse.Spell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a group does. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record GroupHealthView(
        @Schema(required = true, examples = "runners") String group,

        @Schema(required = true, description = "0 to 100: Σ weight · part / Σ weight over the parts that are known")
        BigDecimal score,

        @Schema(required = true) PartsView parts,

        @Schema(required = true) ValueView value,

        @Schema(
                required = true,
                nullable = true,
                description = "COLD or FLOODED while the group is out of the band of its own weeks; null within it")
        Spell.@Nullable Mood mood,

        @Schema(required = true, nullable = true, description = "since when it is out of its band") @Nullable
        Instant moodSince,

        @Schema(
                required = true,
                description = "the last of the 28 local days that are looked at: today in the group's zone")
        LocalDate lastDay,

        @Schema(required = true, description = "acts in the last 28 local days")
        long acts,

        @Schema(required = true, description = "members who acted in the last 28 local days")
        long activeMembers,

        @Schema(required = true, description = "members of the group, planted accounts left out")
        int members,

        @Schema(required = true, description = "who leads it: its owner, and its members tagged `operator`")
        int operators,

        @Schema(
                required = true,
                description = "operators who acted in the group lately: `operatorDays` of the settings")
        int activeOperators,

        @Schema(required = true, description = "whether any operator did")
        boolean covered,

        @Schema(
                required = true,
                nullable = true,
                description = "when anything was last done in it; null if not in 91 days")
        @Nullable
        Instant lastActAt,

        @Schema(description = "the same 28 days earlier, where `before=true` asks for it")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        EarlierView before) {

    /** How a group did 28 days earlier, judged by the settings and the members of now. */
    @Schema(name = "EarlierGroupHealth")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EarlierView(
            @Schema(required = true) BigDecimal score,
            @Schema(required = true) PartsView parts,

            @Schema(required = true, description = "members who acted in the 28 days up to then")
            long activeMembers) {
        static EarlierView of(GroupHealth health) {
            return new EarlierView(
                    rounded(health.score(), 1),
                    PartsView.of(health.parts()),
                    health.crew().active());
        }
    }

    /** The parts of the score, each 0 to 100. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartsView(
            @Schema(
                    required = true,
                    nullable = true,
                    description = "acts of the last week beside the median of up to seven before; less above twice as"
                            + " many, too; null in the first two weeks")
            @Nullable
            BigDecimal activity,

            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "half 1 / (1 + variation coefficient of the weekly acts), half the share of days with acts")
            @Nullable
            BigDecimal steadiness,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "active members of all members; null without members")
            @Nullable
            BigDecimal participation,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "mean daily active members of the active ones, 20 % is 100")
            @Nullable
            BigDecimal stickiness,

            @Schema(required = true, description = "the value index: 100 · (1 − Σ weight · share / Σ weight)")
            BigDecimal value) {
        static PartsView of(HealthScore parts) {
            return new PartsView(
                    rounded(parts.activity(), 1),
                    rounded(parts.steadiness(), 1),
                    rounded(parts.participation(), 1),
                    rounded(parts.stickiness(), 1),
                    rounded(parts.value(), 1));
        }
    }

    /** The five signals for which members leave, each a share from 0 to 1; null if there is nothing to share. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ValueView(
            @Schema(required = true, nullable = true, description = "of acts that others see, what advertises")
            @Nullable
            BigDecimal advertising,

            @Schema(required = true, nullable = true, description = "of the questions, those not answered in time")
            @Nullable
            BigDecimal unanswered,

            @Schema(required = true, nullable = true, description = "of acts that others see, what says little")
            @Nullable
            BigDecimal lowValue,

            @Schema(required = true, nullable = true, description = "of acts that others see, what is off topic")
            @Nullable
            BigDecimal offTopic,

            @Schema(required = true, description = "of the last 28 days, those without an act")
            BigDecimal silence,

            @Schema(
                    required = true,
                    description = "how likely members leave in the next 14 days: the logistic function of −4 + 4"
                            + " advertising + 3 unanswered + 2 lowValue + 3 offTopic + 3 silence. A prior that ranks"
                            + " groups, not fitted to the community")
            BigDecimal exitForecast,

            @Schema(required = true, description = "how many left the group in the last 28 days")
            long exits) {
        static ValueView of(GroupHealth health) {
            ValueIndex value = health.value();
            return new ValueView(
                    rounded(value.advertising(), 3),
                    rounded(value.unanswered(), 3),
                    rounded(value.lowValue(), 3),
                    rounded(value.offTopic(), 3),
                    rounded(value.silence(), 3),
                    rounded(value.exitForecast(), 3),
                    health.done().exits());
        }
    }

    static GroupHealthView of(GroupHealth health, Optional<Spell> spell, Optional<GroupHealth> before) {
        return new GroupHealthView(
                health.group(),
                rounded(health.score(), 1),
                PartsView.of(health.parts()),
                ValueView.of(health),
                spell.map(Spell::mood).orElse(null),
                spell.map(Spell::since).orElse(null),
                health.lastDay(),
                health.done().acts(),
                health.crew().active(),
                health.members(),
                health.operators(),
                health.crew().operators(),
                health.isCovered(),
                health.lastAt().orElse(null),
                before.map(EarlierView::of).orElse(null));
    }

    private static @Nullable BigDecimal rounded(OptionalDouble value, int decimals) {
        return value.isPresent() ? rounded(value.getAsDouble(), decimals) : null;
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
