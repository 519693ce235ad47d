package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a cap limits. {@code MEMBER} and {@code DAY} are the only scope and window yet.
 *
 * @param scope whose earnings
 * @param window of which time: the local day that the event itself names
 * @param unit points or awards
 * @param limit how many, 1 to 1,000,000,000
 */
@Embeddable
record CapTerms(
        @Enumerated(EnumType.STRING) Scope scope,

        @Enumerated(EnumType.STRING) @Column(name = "time_window")
        Window window,

        @Enumerated(EnumType.STRING) Cap.Unit unit,

        @Column(name = "maximum") long limit) {
    enum Scope {
        MEMBER
    }

    enum Window {
        DAY
    }

    static CapTerms ofMemberDay(Cap.Unit unit, long limit) {
        return new CapTerms(Scope.MEMBER, Window.DAY, unit, limit);
    }
}
