package dev.hearth.incentive.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.draw.proof.Stake;
import dev.hearth.platform.problem.Check;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be won, as the terms say. Points are credited; anything else is handed over by the organiser. */
@Schema(name = "DrawPrize")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Prize(
        @Schema(required = true, examples = "tea-set") @Nullable
        String prize,

        @Schema(required = true, maxLength = 200, examples = "A tea set") @Nullable
        String title,

        @Schema(minimum = "1", maximum = "10000", description = "how many there are") @Nullable
        Integer quantity,

        @Schema(
                minimum = "1",
                maximum = "1000000",
                description = "of each entry of an instant draw, in millionths; none in a draw at closing")
        @Nullable
        Integer odds,

        @Schema(description = "of the points that it is, if it is points") @Nullable
        String currency,

        @Schema(minimum = "1", maximum = "1000000000", description = "that it is, if it is points") @Nullable
        Long points,

        @Schema(
                minimum = "1",
                maximum = "3650",
                description = "when its points expire, in days from the win; never if absent")
        @Nullable
        Integer pointsExpireDays) {

    Prize checked(String pointer) {
        String _ = Check.identifier(pointer + "/prize", prize);
        String _ = Check.text(pointer + "/title", title, 200);
        within(pointer + "/quantity", quantity, Stake.MAX_QUANTITY);
        within(pointer + "/odds", odds, Stake.MILLION);
        within(pointer + "/points", points, DrawTerms.MAX_POINTS);
        within(pointer + "/pointsExpireDays", pointsExpireDays, 3_650);
        if ((currency == null) != (points == null)) {
            throw Check.refused(
                    pointer + (currency == null ? "/currency" : "/points"),
                    "is missing; a prize of points has both currency and points, any other neither");
        }
        if (currency != null) {
            String _ = Check.identifier(pointer + "/currency", currency);
        }
        return this;
    }

    /** For a prize of complete terms. */
    Stake stake() {
        return new Stake(id(), Objects.requireNonNull(quantity), odds == null ? 0 : odds);
    }

    /** For a prize that was checked. */
    String id() {
        return Objects.requireNonNull(prize);
    }

    private static void within(String pointer, @Nullable Number value, long most) {
        if (value != null) {
            long _ = Check.range(pointer, value.longValue(), 1, most);
        }
    }
}
