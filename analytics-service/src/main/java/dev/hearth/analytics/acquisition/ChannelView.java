package dev.hearth.analytics.acquisition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the members who came by a channel. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChannelView(
        @Schema(required = true, description = "the channel of the first join; empty for none", examples = "street")
        String channel,

        @Schema(required = true, description = "members who came by it in the days asked for")
        long joined,

        @Schema(required = true, description = "of these, members who did anything since")
        long activated,

        @Schema(required = true, nullable = true, description = "activated / joined, 6 decimals") @Nullable
        BigDecimal activationRate,

        @Schema(
                required = true,
                description = "of those who came, members for whom the days of retention are over by the last day with"
                        + " data: the others are not counted in it")
        long mature,

        @Schema(required = true, description = "of these, members who did anything on that day or later")
        long retained,

        @Schema(
                required = true,
                nullable = true,
                description = "retained / mature, 6 decimals; null as long as nobody is mature")
        @Nullable
        BigDecimal retentionRate,

        @Schema(required = true, description = "of those who came, members who bought since (`purchase.made`)")
        long buyers,

        @Schema(required = true, description = "what they paid since, less what was refunded, in minor units")
        long net,

        @Schema(required = true, nullable = true, description = "net / joined, 6 decimals") @Nullable
        BigDecimal netPerMember) {
    static ChannelView of(String channel, ChannelFigure figure) {
        return new ChannelView(
                channel,
                figure.joined(),
                figure.activated(),
                Ratio.of(figure.activated(), figure.joined()),
                figure.mature(),
                figure.retained(),
                Ratio.of(figure.retained(), figure.mature()),
                figure.buyers(),
                figure.net(),
                Ratio.of(figure.net(), figure.joined()));
    }
}
