package dev.hearth.incentive.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.currency.ExpiryPolicy.Kind;
import dev.hearth.incentive.currency.ExpiryPolicy.Period;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant FIXED = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0}, {1} and {2} days after: {3}")
    @CsvSource({
        "2026-02-17, MONTH,   0,  2026-02-28T23:00:00Z",
        "2026-02-28, MONTH,   0,  2026-02-28T23:00:00Z",
        "2026-03-01, MONTH,   0,  2026-03-31T22:00:00Z", // the clocks went forward
        "2026-12-31, MONTH,   10, 2027-01-10T23:00:00Z",
        "2026-01-01, QUARTER, 0,  2026-03-31T22:00:00Z",
        "2026-03-31, QUARTER, 0,  2026-03-31T22:00:00Z",
        "2026-11-30, QUARTER, 31, 2027-01-31T23:00:00Z",
        "2026-06-15, YEAR,    0,  2026-12-31T23:00:00Z",
        "2024-02-29, YEAR,    90, 2025-03-31T22:00:00Z"
    })
    void aPeriodEndsWithItsLastLocalDayAndItsGrace(LocalDate day, Period period, int grace, Instant expires) {
        ExpiryPolicy policy = new ExpiryPolicy(Kind.PERIOD, null, null, period, grace);

        assertThat(policy.expiresAt(day, BERLIN)).isEqualTo(expires);
    }

    @Test
    void rollingDaysAreWholeLocalDaysAfterTheDayOfEarning() {
        ExpiryPolicy oneDay = new ExpiryPolicy(Kind.ROLLING, null, 1, null, null);

        assertThat(oneDay.expiresAt(LocalDate.parse("2026-02-17"), SHANGHAI))
                .isEqualTo(Instant.parse("2026-02-18T16:00:00Z"));
        assertThat(oneDay.expiresAt(LocalDate.parse("2026-03-28"), BERLIN))
                .as("the day after has 23 hours")
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void aFixedInstantIsTheSameForAllAndNeverIsNever() {
        LocalDate day = LocalDate.parse("2026-02-17");

        assertThat(new ExpiryPolicy(Kind.FIXED, FIXED, null, null, null).expiresAt(day, BERLIN))
                .isEqualTo(FIXED);
        assertThat(ExpiryPolicy.NEVER.expiresAt(day, BERLIN)).isEqualTo(Account.NEVER);
        assertThat(new ExpiryPolicy(Kind.ROLLING, null, 36_500, null, null)
                        .expiresAt(LocalDate.parse("9990-01-01"), BERLIN))
                .isEqualTo(Account.NEVER);
    }

    @Test
    void readsEachKindWithWhatBelongsToIt() {
        assertThat(new SetExpiry(Kind.NEVER, null, null, null, null).policy("/e"))
                .isEqualTo(ExpiryPolicy.NEVER);
        assertThat(new SetExpiry(Kind.FIXED, FIXED, null, null, null).policy("/e"))
                .isEqualTo(new ExpiryPolicy(Kind.FIXED, FIXED, null, null, null));
        assertThat(new SetExpiry(Kind.ROLLING, null, 365, null, null).policy("/e"))
                .isEqualTo(new ExpiryPolicy(Kind.ROLLING, null, 365, null, null));
        assertThat(new SetExpiry(Kind.PERIOD, null, null, Period.YEAR, 0).policy("/e"))
                .isEqualTo(new ExpiryPolicy(Kind.PERIOD, null, null, Period.YEAR, 0));
    }

    @Test
    void refusesWhatIsMissingOutOfRangeOrMeansNothing() {
        refuses("/e/kind", new SetExpiry(null, null, 1, null, null));
        refuses("/e/at", new SetExpiry(Kind.FIXED, null, null, null, null));
        refuses("/e/at", new SetExpiry(Kind.FIXED, Account.NEVER, null, null, null));
        refuses("/e/at", new SetExpiry(Kind.NEVER, FIXED, null, null, null));
        refuses("/e/days", new SetExpiry(Kind.ROLLING, null, 0, null, null));
        refuses("/e/days", new SetExpiry(Kind.ROLLING, null, 36_501, null, null));
        refuses("/e/days", new SetExpiry(Kind.PERIOD, null, 1, Period.MONTH, null));
        refuses("/e/period", new SetExpiry(Kind.PERIOD, null, null, null, 1));
        refuses("/e/graceDays", new SetExpiry(Kind.PERIOD, null, null, Period.MONTH, 367));
        refuses("/e/graceDays", new SetExpiry(Kind.ROLLING, null, 1, null, 1));
    }

    private static void refuses(String pointer, SetExpiry said) {
        assertThatThrownBy(() -> said.policy("/e"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(pointer + " ");
    }
}
