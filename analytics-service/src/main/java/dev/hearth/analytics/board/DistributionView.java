package dev.hearth.analytics.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How evenly something is spread. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DistributionView(
        @Schema(required = true, examples = "acme") String community,

        @Schema(description = "the group asked for; absent for the whole community") @Nullable
        String group,

        @Schema(required = true, description = "the kinds asked for; empty for all")
        List<String> kinds,

        @Schema(required = true, description = "what is spread")
        Measure by,

        @Schema(description = "the points' currency, where it is of points") @Nullable
        String currency,

        @Schema(required = true, description = "over whom it is spread")
        Spread over,

        @Schema(description = "the first day that counts; absent for no limit") @Nullable
        LocalDate from,

        @Schema(description = "the last day that counts; absent for no limit") @Nullable
        LocalDate to,

        @Schema(required = true, description = "whose days they are", examples = "Europe/Berlin")
        String zone,

        @Schema(required = true, description = "how fresh it is")
        AsOf asOf,

        @Schema(required = true, description = "over how many members it is spread")
        long members,

        @Schema(
                required = true,
                description = "how many of them had less than nothing, as by points that were taken; they count as"
                        + " having nothing")
        long belowZero,

        @Schema(required = true, description = "all that there is")
        BigInteger sum,

        @Schema(required = true, description = "what the member in the middle has, of two the one with less")
        long median,

        @Schema(
                description = "Gini coefficient, 0 (all have the same) to 1 - 1/n (one has all), 6 decimals:"
                        + " (2 Σ i·x_i) / (n Σ x) - (n + 1) / n over members in order of what they have (Sen 1973;"
                        + " Dixon et al. 1987); absent if there is nothing")
        @Nullable
        BigDecimal gini,

        @Schema(
                required = true,
                description = "what those have who have most, as shares of all; none if there is nothing")
        List<TopShare> topShares,

        @Schema(
                required = true,
                description = "the Lorenz curve: what those have who have least; none if there is nothing")
        List<LorenzPoint> items) {
    private static final List<Integer> TOPS = List.of(1, 10, 20);

    /** What those have who have most. */
    record TopShare(
            @Schema(required = true, description = "per cent of the members, rounded up to whole members")
            int percent,

            @Schema(required = true, description = "of all there is, 6 decimals")
            BigDecimal share) {}

    /** What those have who have least. */
    record LorenzPoint(
            @Schema(required = true, description = "per cent of the members, rounded down to whole members")
            int percent,

            @Schema(required = true, description = "of all there is, 6 decimals")
            BigDecimal share) {}

    static DistributionView of(AskedBoard asked, @Nullable String currency, Spread over, Distribution spread) {
        return new DistributionView(
                asked.spec().community(),
                asked.spec().group(),
                asked.spec().kinds().stream().sorted().toList(),
                asked.measure(),
                currency,
                over,
                asked.firstDay(),
                asked.lastDay(),
                asked.asked().zone().getId(),
                asked.asked().fresh().asOf(),
                spread.members(),
                spread.belowZero(),
                spread.sum(),
                spread.median(),
                spread.gini(),
                topShares(spread),
                spread.lorenz().stream()
                        .flatMap(point -> point.share().stream().map(share -> new LorenzPoint(point.percent(), share)))
                        .toList());
    }

    private static List<TopShare> topShares(Distribution spread) {
        return TOPS.stream()
                .flatMap(percent -> spread.shareOfTop(percent).stream().map(share -> new TopShare(percent, share)))
                .toList();
    }
}
