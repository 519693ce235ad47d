package dev.hearth.incentive.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.DrawMode;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a draw. A draft may lack anything; what is published lacks nothing that the law and the proof need (see
 * {@link Completeness}).
 */
@Schema(name = "DrawTerms", examples = """
                {"title": "Spring draw", "organiser": "Tea House Ltd, 1 Garden Road",
                 "rules": "One entry a member. Prizes are sent within 30 days.", "mode": "CLOSING",
                 "prizes": [{"prize": "tea-set", "title": "A tea set", "quantity": 3}],
                 "opensAt": "2026-01-01T00:00:00Z", "closesAt": "2036-01-01T00:00:00Z",
                 "drawsAt": "2036-01-02T00:00:00Z", "entriesPerMember": 1, "winsPerMember": 1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrawTerms(
        @Schema(maxLength = 100) @Nullable String title,

        @Schema(maxLength = 500, description = "who holds the draw, and where they are reached") @Nullable
        String organiser,

        @Schema(maxLength = 20000, description = "the rules in words, as members are shown them") @Nullable
        String rules,

        @Nullable DrawMode mode,

        @Schema(maxItems = 50, description = "in the order in which they are drawn") @Nullable
        List<Prize> prizes,

        @Nullable Instant opensAt,
        @Nullable Instant closesAt,

        @Schema(description = "when winners are drawn; an instant draw needs none") @Nullable
        Instant drawsAt,

        @Schema(maxLength = 2000, description = "CEL over member and community; all active members if absent") @Nullable
        String eligibility,

        @Schema(description = "of the points that an entry costs; free if absent", examples = "points") @Nullable
        String currency,

        @Schema(minimum = "1", maximum = "1000000000", description = "points that an entry costs; free if absent")
        @Nullable
        Long cost,

        @Schema(minimum = "1", maximum = "1000") @Nullable Integer entriesPerMember,
        @Schema(minimum = "1", maximum = "1000") @Nullable Integer winsPerMember,

        @Schema(
                description = "a public source of chance after the closing, so that not even who runs the service can"
                        + " know the winners before")
        @Nullable
        Beacon beacon) {
    static final long MAX_POINTS = 1_000_000_000;
    static final int MAX_TIMES = 1_000;
    private static final int MAX_PRIZES = 50;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    DrawTerms {
        prizes = prizes == null ? null : List.copyOf(prizes);
    }

    /**
     * What the world publishes after the closing.
     *
     * @param source who publishes it, and where
     * @param round which of its publications, named before it exists
     */
    @Schema(name = "DrawBeacon")
    record Beacon(
            @Schema(required = true, maxLength = 500, examples = "drand mainnet, api.drand.sh") @Nullable
            String source,

            @Schema(required = true, maxLength = 500, examples = "the first round after closesAt") @Nullable
            String round) {}

    /** The terms, each of what is there within its range. */
    DrawTerms checked() {
        return new DrawTerms(
                Check.optionalText("/title", title, 100),
                Check.optionalText("/organiser", organiser, 500),
                Check.optionalText("/rules", rules, 20_000),
                mode,
                checkedPrizes(),
                time("/opensAt", opensAt),
                time("/closesAt", closesAt),
                time("/drawsAt", drawsAt),
                checkedEligibility(),
                currency == null ? null : Check.identifier("/currency", currency),
                cost == null ? null : (Long) Check.range("/cost", cost, 1, MAX_POINTS),
                times("/entriesPerMember", entriesPerMember),
                times("/winsPerMember", winsPerMember),
                checkedBeacon());
    }

    private @Nullable List<Prize> checkedPrizes() {
        if (prizes == null) {
            return null;
        }
        long _ = Check.range("/prizes", prizes.size(), 0, MAX_PRIZES);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < prizes.size(); i++) {
            String pointer = "/prizes/" + i;
            if (!seen.add(prizes.get(i).checked(pointer).prize())) {
                throw Check.refused(pointer + "/prize", "stands twice; give each prize an id of its own");
            }
        }
        return prizes;
    }

    private @Nullable String checkedEligibility() {
        String cel = Check.optionalText("/eligibility", eligibility, Conditions.MAX_LENGTH);
        if (cel != null) {
            var _ = Conditions.compile("/eligibility", cel, Vocabulary.MEMBER);
        }
        return eligibility;
    }

    private @Nullable Beacon checkedBeacon() {
        if (beacon != null) {
            String _ = Check.text("/beacon/source", beacon.source(), 500);
            String _ = Check.text("/beacon/round", beacon.round(), 500);
        }
        return beacon;
    }

    /** In microseconds, which is what the database keeps of it. */
    private static @Nullable Instant time(String pointer, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw Check.refused(pointer, "is " + time + ", must be from " + FIRST + " to " + LAST);
        }
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Integer times(String pointer, @Nullable Integer times) {
        return times == null ? null : (Integer) (int) Check.range(pointer, times, 1, MAX_TIMES);
    }
}
