package dev.hearth.analytics.churn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How likely a member is to stay away, and why. */
record ChurnRiskView(
        @Schema(required = true, examples = "ann") String memberId,

        @Schema(required = true, description = "0 to 1: the sum of the reasons' parts")
        BigDecimal risk,

        @Schema(required = true, description = "LOW below 0.3, MEDIUM from 0.3, HIGH from 0.6 on")
        ChurnBand band,

        @Schema(required = true, description = "the last local day on which the member did anything")
        LocalDate lastActiveDay,

        @Schema(required = true, description = "what makes the risk, the greatest part first")
        List<ReasonView> reasons) {

    /** One part of the risk. */
    record ReasonView(
            @Schema(
                    required = true,
                    description =
                            "SILENCE: 0.45 · (days of silence / median gap − 1) / 3; FALLING_FREQUENCY: 0.25 · (1 −"
                                    + " active days of 28 / of the 28 before); BROKEN_STREAK: 0.1 · run / 7;"
                                    + " UNANSWERED_QUESTIONS: 0.1 · unanswered / asked; LEFT_GROUPS: 0.1 · left / 2. Each factor"
                                    + " is cut to 0 to 1")
            ChurnSign sign,

            @Schema(required = true, description = "how much of the risk it makes")
            BigDecimal part,

            @Schema(required = true, description = "the member's own number")
            BigDecimal observed,

            @Schema(required = true, description = "what it is compared with")
            BigDecimal usual) {
        static ReasonView of(ChurnReason reason) {
            return new ReasonView(
                    reason.sign(),
                    rounded(reason.part(), 3),
                    rounded(reason.observed(), 1),
                    rounded(reason.usual(), 1));
        }
    }

    static ChurnRiskView of(MemberRisk risk) {
        return new ChurnRiskView(
                risk.signs().member(),
                rounded(risk.risk(), 3),
                risk.band(),
                LocalDate.ofEpochDay(risk.signs().lastDay()),
                risk.reasons().stream().map(ReasonView::of).toList());
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
