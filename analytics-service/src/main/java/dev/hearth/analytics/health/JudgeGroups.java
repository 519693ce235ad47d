package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.KindRoles;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How groups are to be judged; what is left out is as usual. */
@Schema(name = "JudgeGroups", examples = """
                {"scoreWeights": {"activity": 2, "value": 3}, "valueWeights": {"advertising": 1, "silence": 1},
                 "kinds": {"advertising": ["ad.posted"]}, "answerHours": 48, "operatorDays": 14,
                 "detection": {"leastWeeks": 4, "coldHours": 3, "coldShare": 0.0001}}""")
record JudgeGroups(
        @Schema(description = "how much each part weighs in the score, 0 to 1000; what is left out weighs nothing")
        @Nullable
        Score scoreWeights,

        @Schema(description = "how much each exit signal weighs, 0 to 1000; what is left out weighs nothing") @Nullable
        Value valueWeights,

        @Schema(description = "which kinds of event tell what; what is left out is as usual") @Nullable
        Kinds kinds,

        @Schema(description = "in how many hours an answer counts; 24 if left out", minimum = "1", maximum = "720")
        @Nullable
        Integer answerHours,

        @Schema(
                description = "on how many days up to today an operator must have acted to lead a group; 7 if left out",
                minimum = "1",
                maximum = "28")
        @Nullable
        Integer operatorDays,

        @Schema(description = "when a group counts as cold or flooded; what is left out is as usual") @Nullable
        DetectSpells detection) {
    private static final double MOST = 1000;
    private static final int MOST_KINDS = 50;

    /** Weights of the score's parts. */
    record Score(
            @Nullable Double activity,
            @Nullable Double steadiness,
            @Nullable Double participation,
            @Nullable Double stickiness,
            @Nullable Double value) {
        ScoreWeights weights() {
            String at = "/scoreWeights";
            ScoreWeights weights = new ScoreWeights(
                    weight(at + "/activity", activity),
                    weight(at + "/steadiness", steadiness),
                    weight(at + "/participation", participation),
                    weight(at + "/stickiness", stickiness),
                    weight(at + "/value", value));
            requireAny(
                    at,
                    weights.activity()
                            + weights.steadiness()
                            + weights.participation()
                            + weights.stickiness()
                            + weights.value());
            return weights;
        }
    }

    /** Weights of the exit signals. */
    record Value(
            @Nullable Double advertising,
            @Nullable Double unanswered,
            @Nullable Double lowValue,
            @Nullable Double offTopic,
            @Nullable Double silence) {
        ValueWeights weights() {
            String at = "/valueWeights";
            ValueWeights weights = new ValueWeights(
                    weight(at + "/advertising", advertising),
                    weight(at + "/unanswered", unanswered),
                    weight(at + "/lowValue", lowValue),
                    weight(at + "/offTopic", offTopic),
                    weight(at + "/silence", silence));
            requireAny(
                    at,
                    weights.advertising()
                            + weights.unanswered()
                            + weights.lowValue()
                            + weights.offTopic()
                            + weights.silence());
            return weights;
        }
    }

    /** Kinds by what they tell; at most 50 each. */
    record Kinds(
            @Nullable List<String> advertising,
            @Nullable List<String> offTopic,
            @Nullable List<String> lowValue,
            @Nullable List<String> passive,
            @Nullable List<String> asking,
            @Nullable List<String> answering) {
        KindRoles roles() {
            KindRoles usual = KindRoles.USUAL;
            return new KindRoles(
                    JudgeGroups.kinds("advertising", advertising, usual.advertising()),
                    JudgeGroups.kinds("offTopic", offTopic, usual.offTopic()),
                    JudgeGroups.kinds("lowValue", lowValue, usual.lowValue()),
                    JudgeGroups.kinds("passive", passive, usual.passive()),
                    JudgeGroups.kinds("asking", asking, usual.asking()),
                    JudgeGroups.kinds("answering", answering, usual.answering()));
        }
    }

    /** Fails with a problem that names the field at fault. */
    HealthSetting setting() {
        HealthSetting usual = HealthSetting.USUAL;
        return new HealthSetting(
                scoreWeights == null ? usual.score() : scoreWeights.weights(),
                valueWeights == null ? usual.value() : valueWeights.weights(),
                kinds == null ? usual.kinds() : kinds.roles(),
                (int) Check.range("/answerHours", Objects.requireNonNullElse(answerHours, usual.answerHours()), 1, 720),
                (int) Check.range(
                        "/operatorDays", Objects.requireNonNullElse(operatorDays, usual.operatorDays()), 1, 28),
                detection == null ? usual.detection() : detection.detection());
    }

    private static double weight(String pointer, @Nullable Double given) {
        double weight = given == null ? 0 : given;
        if (!(weight >= 0) || weight > MOST) {
            throw Check.refused(pointer, "is " + weight + ", must be 0 to 1000");
        }
        return weight;
    }

    private static void requireAny(String pointer, double sum) {
        if (sum == 0) {
            throw Check.refused(pointer, "weighs nothing; give at least one a weight above 0");
        }
    }

    private static Set<String> kinds(String role, @Nullable List<String> given, Set<String> usual) {
        if (given == null) {
            return usual;
        }
        String at = "/kinds/" + role;
        if (given.size() > MOST_KINDS) {
            throw Check.refused(at, "has " + given.size() + " kinds, may have " + MOST_KINDS);
        }
        for (int i = 0; i < given.size(); i++) {
            String kind = Check.present(at + "/" + i, given.get(i));
            if (!Identifier.isValid(kind)) {
                throw Check.refused(at + "/" + i, "is no kind: must be " + Identifier.RULE);
            }
        }
        return new HashSet<>(given);
    }
}
