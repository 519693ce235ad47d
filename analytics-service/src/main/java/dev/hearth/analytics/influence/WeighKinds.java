package dev.hearth.analytics.influence;

import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Identifier;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much acts are to contribute. */
@Schema(
        name = "WeighKinds",
        examples = "{\"weights\": {\"message.posted\": 1, \"answer.accepted\": 8, \"content.published\": 5}}")
record WeighKinds(
        @Schema(
                required = true,
                description = "by kind of event, 0 to 1000, at most 100 kinds; those left out weigh nothing")
        @Nullable
        Map<String, @Nullable Long> weights) {
    private static final int MOST_KINDS = 100;
    private static final long MOST = 1000;

    /** Fails with a problem that names the field at fault. */
    ContributionSetting setting() {
        Map<String, @Nullable Long> given = Check.present("/weights", weights);
        if (given.size() > MOST_KINDS) {
            throw Check.refused("/weights", "has " + given.size() + " kinds, may have " + MOST_KINDS);
        }
        Map<String, Long> weighed = new TreeMap<>();
        given.forEach((kind, weight) -> weighed.put(kind(kind), weight(kind, weight)));
        if (weighed.values().stream().allMatch(weight -> weight == 0)) {
            throw Check.refused("/weights", "weighs nothing; give at least one kind a weight above 0");
        }
        return new ContributionSetting(weighed);
    }

    private static String kind(String kind) {
        if (!Identifier.isValid(kind)) {
            throw Check.refused("/weights", "has \"" + kind + "\", which is no kind: must be " + Identifier.RULE);
        }
        return kind;
    }

    private static long weight(String kind, @Nullable Long given) {
        String pointer = "/weights/" + kind;
        return Check.range(pointer, Check.present(pointer, given), 0, MOST);
    }
}
