package dev.hearth.analytics.churn;

import java.util.List;

/**
 * A member's risk to stay away.
 *
 * @param signs what was seen
 * @param risk the sum of the reasons' parts, 0 to 1
 * @param reasons the greatest part first
 */
record MemberRisk(MemberSigns signs, double risk, List<ChurnReason> reasons) {
    static MemberRisk of(MemberSigns signs) {
        List<ChurnReason> reasons = signs.reasons();
        double sum = reasons.stream().mapToDouble(ChurnReason::part).sum();
        // To the unit of what is shown, so that a cursor and what was shown agree.
        return new MemberRisk(signs, Math.round(sum * 1000) / 1000.0, reasons);
    }

    ChurnBand band() {
        return ChurnBand.of(risk);
    }
}
