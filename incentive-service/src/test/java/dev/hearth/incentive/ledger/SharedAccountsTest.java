package dev.hearth.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedAccountsTest {
    private static final CurrencyId POINTS = new CurrencyId("books", "points");
    private static final Account FIRST = Account.issuer(POINTS, 1);
    private static final Account SECOND = Account.issuer(POINTS, 2);
    private static final Account THIRD = Account.redeemed(POINTS, 1);

    private final SharedAccounts accounts = new SharedAccounts(2);

    @Test
    void knowsWhatIsKeptAndNothingElse() {
        accounts.keep(Map.of(FIRST, -1L));

        assertThat(accounts.of(List.of(FIRST, SECOND))).containsExactly(Map.entry(FIRST, -1L));
    }

    @Test
    void dropsTheLongestUnusedOneAboveItsBound() {
        accounts.keep(Map.of(FIRST, -1L));
        accounts.keep(Map.of(SECOND, -2L));
        assertThat(accounts.of(List.of(FIRST))).isNotEmpty();

        accounts.keep(Map.of(THIRD, -3L));

        assertThat(accounts.of(List.of(FIRST, SECOND, THIRD)))
                .containsOnly(Map.entry(FIRST, -1L), Map.entry(THIRD, -3L));
    }

    @Test
    void keepsNoAccountOfAMember() {
        Account lot = Account.lot(POINTS, "ada", Account.NEVER);

        accounts.keep(Map.of(lot, 1L));

        assertThat(accounts.of(List.of(lot))).isEmpty();
    }
}
