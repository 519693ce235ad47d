package dev.hearth.incentive.challenge;

import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stage, as the caller wants it. */
@Schema(
        name = "MakeStage",
        examples = "{\"stage\": \"five\", \"target\": 5, \"points\": {\"currency\": \"points\", \"amount\": 10}}")
record MakeStage(
        @Schema(required = true, description = "by it the stage is known when the challenge changes", examples = "five")
        @Nullable
        String stage,

        @Schema(required = true, minimum = "1", maximum = "1000000000000", examples = "5") @Nullable
        Long target,

        @Nullable MakePoints points,

        @Schema(description = "a badge of the community", examples = "friends") @Nullable
        String badge,

        @Schema(description = "name of a privilege of kind ACCESS", maxLength = MAX_PRIVILEGE, examples = "tea-room")
        @Nullable
        String privilege,

        @Schema(description = "how long the privilege lasts; left out: for ever", minimum = "1", maximum = "3650")
        @Nullable
        Integer privilegeDays) {
    private static final int MAX_PRIVILEGE = 100;
    private static final int MAX_DAYS = 3_650;
    private static final long MAX_TARGET = 1_000_000_000_000L;

    /** Points of a stage. */
    @Schema(name = "StagePoints", examples = "{\"currency\": \"points\", \"amount\": 10}")
    record MakePoints(
            @Schema(required = true, examples = "points") @Nullable
            String currency,

            @Schema(required = true, minimum = "1", maximum = "1000000000", examples = "10") @Nullable
            Long amount,

            @Schema(description = "days after which they expire; left out: never", minimum = "1", maximum = "3650")
            @Nullable
            Integer expireDays) {
        private static final long MAX_AMOUNT = 1_000_000_000L;

        Prize.Points checked(String pointer) {
            long given = Check.present(pointer + "/amount", amount);
            return new Prize.Points(
                    Check.identifier(pointer + "/currency", currency),
                    Check.range(pointer + "/amount", given, 1, MAX_AMOUNT),
                    days(pointer + "/expireDays", expireDays));
        }
    }

    StageTerms terms(String pointer) {
        if (points == null && badge == null && privilege == null) {
            throw Check.refused(pointer, "has no prize; give points, a badge or a privilege");
        }
        if (privilege == null && privilegeDays != null) {
            throw Check.refused(pointer + "/privilegeDays", "needs a privilege");
        }
        long reaches = Check.present(pointer + "/target", target);
        return new StageTerms(
                Check.identifier(pointer + "/stage", stage),
                Check.range(pointer + "/target", reaches, 1, MAX_TARGET),
                new Prize(
                        points == null ? null : points.checked(pointer + "/points"),
                        badge == null ? null : Check.identifier(pointer + "/badge", badge),
                        privilege == null ? null : Check.text(pointer + "/privilege", privilege, MAX_PRIVILEGE),
                        days(pointer + "/privilegeDays", privilegeDays)));
    }

    private static @Nullable Integer days(String pointer, @Nullable Integer days) {
        return days == null ? null : Math.toIntExact(Check.range(pointer, days, 1, MAX_DAYS));
    }
}
