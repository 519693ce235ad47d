package dev.hearth.incentive.currency;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When points shall expire, as callers say it. */
@Schema(
        name = "SetExpiry",
        description =
                "NEVER; FIXED at an instant; ROLLING: days after the local day they are earned on; PERIOD: with the"
                        + " calendar month, quarter or year they are earned in, and graceDays after",
        examples = "{\"kind\": \"ROLLING\", \"days\": 365}")
public record SetExpiry(
        @Schema(required = true) ExpiryPolicy.@Nullable Kind kind,
        @Nullable Instant at,

        @Schema(minimum = "1", maximum = "36500") @Nullable Integer days,

        ExpiryPolicy.@Nullable Period period,

        @Schema(minimum = "0", maximum = "366", defaultValue = "0") @Nullable
        Integer graceDays) {
    private static final int MAX_DAYS = 36_500;
    private static final int MAX_GRACE = 366;

    /** The policy, checked; {@code pointer} is where this stands. */
    public ExpiryPolicy policy(String pointer) {
        return switch (Check.present(pointer + "/kind", kind)) {
            case NEVER -> only(pointer, ExpiryPolicy.NEVER);
            case FIXED ->
                only(pointer, new ExpiryPolicy(ExpiryPolicy.Kind.FIXED, instant(pointer + "/at"), null, null, null));
            case ROLLING ->
                only(
                        pointer,
                        new ExpiryPolicy(
                                ExpiryPolicy.Kind.ROLLING,
                                null,
                                in(pointer + "/days", Check.present(pointer + "/days", days), 1, MAX_DAYS),
                                null,
                                null));
            case PERIOD ->
                only(
                        pointer,
                        new ExpiryPolicy(
                                ExpiryPolicy.Kind.PERIOD,
                                null,
                                null,
                                Check.present(pointer + "/period", period),
                                graceDays == null ? null : in(pointer + "/graceDays", graceDays, 0, MAX_GRACE)));
        };
    }

    private Instant instant(String pointer) {
        Instant given = Check.present(pointer, at).truncatedTo(ChronoUnit.MICROS);
        if (!given.isAfter(Instant.EPOCH) || !given.isBefore(Account.NEVER)) {
            throw Check.refused(pointer, "is " + given + ", must be after 1970 and before " + Account.NEVER);
        }
        return given;
    }

    /** Refuses what another kind would mean. */
    private ExpiryPolicy only(String pointer, ExpiryPolicy policy) {
        refuseIf(at != null && policy.at() == null, pointer + "/at", policy.kind());
        refuseIf(days != null && policy.days() == null, pointer + "/days", policy.kind());
        refuseIf(period != null && policy.period() == null, pointer + "/period", policy.kind());
        refuseIf(graceDays != null && policy.graceDays() == null, pointer + "/graceDays", policy.kind());
        return policy;
    }

    private static void refuseIf(boolean superfluous, String pointer, ExpiryPolicy.Kind kind) {
        if (superfluous) {
            throw Check.refused(pointer, "means nothing for " + kind + "; leave it out or choose another kind");
        }
    }

    private static int in(String pointer, int value, int min, int max) {
        return Math.toIntExact(Check.range(pointer, value, min, max));
    }
}
