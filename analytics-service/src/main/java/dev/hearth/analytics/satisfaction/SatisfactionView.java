package dev.hearth.analytics.satisfaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import dev.hearth.analytics.activity.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How satisfied those were who said so in a period. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SatisfactionView(
        @Schema(required = true, description = "the day, week or month")
        String period,

        @Schema(required = true, description = "its first day")
        LocalDate start,

        @Schema(required = true, description = "its last day")
        LocalDate end,

        @Schema(required = true, description = "members with a rating on the scale; each counts once, with its last")
        long responses,

        @Schema(required = true, description = "of these, how many gave 9 or 10 (NPS), 4 or 5 (CSAT)")
        long good,

        @Schema(required = true, description = "of these, how many gave 0 to 6 (NPS), 1 or 2 (CSAT)")
        long bad,

        @Schema(
                required = true,
                nullable = true,
                description = "NPS: (good - bad) / responses, -1 to 1; CSAT: good / responses, 0 to 1; 6 decimals; null"
                        + " without responses")
        @Nullable
        BigDecimal score,

        @Schema(required = true, nullable = true, description = "the mean rating, 6 decimals; null without responses")
        @Nullable
        BigDecimal mean,

        @Schema(required = true, description = "members by the rating they gave")
        Map<String, Long> ratings,

        @Schema(required = true, description = "members whose rating is none of the scale; they are not counted above")
        long outsideScale,

        @Schema(required = true, description = "members who were asked, if `askedKind` is given, else 0")
        long asked,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "responses / asked, 6 decimals; more than 1 if members answered who were not asked; null if"
                                + " nobody was")
        @Nullable
        BigDecimal responseRate) {

    static SatisfactionView of(Window window, Scale scale, Ratings counted) {
        Map<String, Long> ratings = new LinkedHashMap<>();
        long sum = 0;
        for (int rating = scale.lowest(); rating <= scale.highest(); rating++) {
            long members = counted.counts().get(rating - scale.lowest());
            ratings.put(Integer.toString(rating), members);
            sum += rating * members;
        }
        long responses = counted.counts().stream().mapToLong(Long::longValue).sum();
        long good = sum(scale, counted, true);
        long bad = sum(scale, counted, false);
        return new SatisfactionView(
                window.name(),
                window.days().first(),
                window.days().last(),
                responses,
                good,
                bad,
                Ratio.of(scale.balance(good, bad), responses),
                Ratio.of(sum, responses),
                ratings,
                counted.outside(),
                counted.asked(),
                Ratio.of(responses, counted.asked()));
    }

    private static long sum(Scale scale, Ratings counted, boolean good) {
        return LongStream.rangeClosed(scale.lowest(), scale.highest())
                .filter(rating -> good ? scale.isGood(rating) : scale.isBad(rating))
                .map(rating -> counted.counts().get((int) rating - scale.lowest()))
                .sum();
    }
}
