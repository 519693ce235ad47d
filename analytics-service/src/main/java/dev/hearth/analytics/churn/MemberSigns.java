package dev.hearth.analytics.churn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to see of a member in the last 84 local days, at least one of them active.
 *
 * @param member who
 * @param lastDay the last active day, as days since 1970-01-01
 * @param silentDays days since then
 * @param usualGap the median of the days from one active day to the next; 7 where there is one active day only
 * @param recent active days of the last 28
 * @param before active days of the 28 before
 * @param brokenStreak the longest run of active days that ended within the last 28 days, yesterday or earlier not being
 *     active any more; 0 for none of three days or more
 * @param asked questions of the last 28 days that are older than a day, or answered
 * @param unanswered those of them that nobody answered
 * @param left groups left in the last 28 days
 */
record MemberSigns(
        String member,
        int lastDay,
        int silentDays,
        double usualGap,
        int recent,
        int before,
        int brokenStreak,
        int asked,
        int unanswered,
        int left) {
    /**
     * The parts of the risk, the greatest first. A transparent scorecard; the weights are a prior, not fitted to any
     * community:
     *
     * <pre>
     * 0.45 · (silentDays / max(1, usualGap) − 1) / 3        0 on rhythm, all of it at four times the own gap
     * 0.25 · (1 − recent / before)
     * 0.10 · brokenStreak / 7
     * 0.10 · unanswered / asked
     * 0.10 · left / 2
     * </pre>
     *
     * each factor cut to 0 to 1. Recency beside the own rhythm, not a fixed number of days, as in customer-base
     * analysis: Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24 (2005).
     */
    List<ChurnReason> reasons() {
        double gap = Math.max(1, usualGap);
        return Stream.of(
                        reason(ChurnSign.SILENCE, 0.45, (silentDays / gap - 1) / 3, silentDays, gap),
                        reason(
                                ChurnSign.FALLING_FREQUENCY,
                                0.25,
                                before == 0 ? 0 : 1 - (double) recent / before,
                                recent,
                                before),
                        reason(ChurnSign.BROKEN_STREAK, 0.1, brokenStreak / 7.0, brokenStreak, 7),
                        reason(
                                ChurnSign.UNANSWERED_QUESTIONS,
                                0.1,
                                asked == 0 ? 0 : (double) unanswered / asked,
                                unanswered,
                                asked),
                        reason(ChurnSign.LEFT_GROUPS, 0.1, left / 2.0, left, 0))
                .filter(reason -> reason.part() > 0)
                .sorted(Comparator.comparingDouble(ChurnReason::part).reversed().thenComparing(ChurnReason::sign))
                .toList();
    }

    private static ChurnReason reason(ChurnSign sign, double weight, double factor, double observed, double usual) {
        return new ChurnReason(sign, weight * Math.clamp(factor, 0.0, 1.0), observed, usual);
    }
}
