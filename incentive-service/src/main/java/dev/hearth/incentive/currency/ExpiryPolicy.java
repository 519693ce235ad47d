package dev.hearth.incentive.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.ledger.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When points expire. Always at the beginning of a local day, or at a fixed instant: so points of a day, or of a
 * period, make one lot.
 *
 * @param kind how it is said
 * @param at {@code FIXED}: the instant, the same for all
 * @param days {@code ROLLING}: whole local days after the one they are earned on, 1 to 36,500
 * @param period {@code PERIOD}: the calendar period they are earned in
 * @param graceDays {@code PERIOD}: local days that they stay after its end, 0 to 366
 */
@Schema(name = "Expiry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpiryPolicy(
        @Schema(examples = "ROLLING") Kind kind,
        @Nullable Instant at,

        @Schema(examples = "365") @Nullable Integer days,

        @Nullable Period period,
        @Nullable Integer graceDays) {
    /** Points that do not expire. */
    public static final ExpiryPolicy NEVER = new ExpiryPolicy(Kind.NEVER, null, null, null, null);

    /** How an expiry is said. */
    public enum Kind {
        NEVER,
        FIXED,
        ROLLING,
        PERIOD
    }

    /** A calendar period. */
    public enum Period {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        /** The first day after the period in which {@code day} is. */
        LocalDate end(LocalDate day) {
            int first = (day.getMonthValue() - 1) / months * months + 1;
            return YearMonth.of(day.getYear(), first).plusMonths(months).atDay(1);
        }
    }

    /**
     * When points expire that are earned on a day.
     *
     * @param day the local day that they count for
     * @param zone whose day that is
     */
    public Instant expiresAt(LocalDate day, ZoneId zone) {
        return switch (kind) {
            case NEVER -> Account.NEVER;
            case FIXED -> Objects.requireNonNull(at);
            case ROLLING -> start(day.plusDays(Objects.requireNonNull(days)).plusDays(1), zone);
            case PERIOD ->
                start(Objects.requireNonNull(period).end(day).plusDays(Objects.requireNonNullElse(graceDays, 0)), zone);
        };
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return start.isBefore(Account.NEVER) ? start : Account.NEVER;
    }
}
