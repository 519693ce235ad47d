package dev.hearth.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a draft does, one thing at a time. */
class DraftTest {
    private static final Instant NOW = Instant.parse("2026-02-17T12:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant PAST = NOW.minusSeconds(60);
    private static final CurrencyId POINTS = new CurrencyId("acme", "points");
    private static final CurrencyId GOLD = new CurrencyId("acme", "gold");
    private static final Holder ADA = new Holder("acme", "ada");
    private static final Account ISSUER = Account.issuer(POINTS, 3);
    private static final Account REDEEMED = Account.redeemed(POINTS, 3);

    @Test
    void debitsTheLotsThatExpireSoonestAndSaysWhichTheyWere() {
        Books books = books(Map.of(lot(Account.NEVER), 5L, lot(SOON), 3L));

        Outcome outcome = draft(books).debit(POINTS, "ada", 4, REDEEMED);

        assertThat(outcome).isEqualTo(new Outcome.Taken(List.of(new Lot(SOON, 3), new Lot(Account.NEVER, 1))));
    }

    @Test
    void takesNothingOfWhatDoesNotSufficeAndSaysWhatThereIs() {
        Books books = books(Map.of(lot(SOON), 3L, lot(PAST), 9L));
        Draft draft = draft(books);

        assertThat(draft.debit(POINTS, "ada", 4, REDEEMED)).isEqualTo(new Outcome.Insufficient(3));
        assertThat(draft.transfer(POINTS, "ada", "bob", 4)).isEqualTo(new Outcome.Insufficient(3));
        assertThat(draft.isEmpty()).isTrue();
    }

    @Test
    void transfersLotsAsTheyAre() {
        Books books = books(Map.of(lot(SOON), 3L));
        Draft draft = draft(books);

        assertThat(draft.transfer(POINTS, "ada", "bob", 2)).isEqualTo(new Outcome.Taken(List.of(new Lot(SOON, 2))));
        var _ = draft.record();

        assertThat(books.lots(POINTS, "bob")).containsExactly(new Lot(SOON, 2));
        assertThat(books.lots(POINTS, "ada")).containsExactly(new Lot(SOON, 1));
    }

    @Test
    void refusesToMoveNothingOrLess() {
        Books books = books(Map.of(lot(SOON), 3L));

        assertThatIllegalArgumentException().isThrownBy(() -> draft(books).debit(POINTS, "ada", 0, REDEEMED));
        assertThatIllegalArgumentException().isThrownBy(() -> draft(books).debitOrOwe(POINTS, "ada", 0, REDEEMED));
        assertThatIllegalArgumentException().isThrownBy(() -> draft(books).transfer(POINTS, "ada", "bob", -1));
    }

    @Test
    void takesFromWhatIsReservedOnlyWhatIsThere() {
        Books books = books(Map.of(Account.held(POINTS, "ada"), 3L));

        assertThatIllegalStateException()
                .isThrownBy(() -> draft(books).takeReserved(Account.held(POINTS, "ada"), 4, REDEEMED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(books)
                        .giveBack(POINTS, "ada", List.of(new Lot(SOON, 2)), 3, Account.held(POINTS, "ada")));
    }

    @Test
    void expiresWhatIsLeftOfALotAndOnlyWhenItsTimeIsOver() {
        Books books = books(Map.of(lot(PAST), 3L, lot(SOON), 4L));
        Draft draft = draft(books);

        Transaction transaction = draft.expire(POINTS, "ada", PAST).record();

        assertThat(transaction.postings())
                .containsExactly(new Posting(lot(PAST), Account.expired(POINTS, 3), new Amount(3)));
        assertThat(draft(books).expire(POINTS, "ada", PAST).isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> draft(books).expire(POINTS, "ada", SOON));
    }

    @Test
    void letsWhatArrivesInAnExpiredLotExpireAtOnce() {
        Books books = books(Map.of());

        Transaction transaction =
                draft(books).credit(POINTS, "ada", 5, NOW, ISSUER).record();

        assertThat(transaction.postings())
                .containsExactly(
                        new Posting(ISSUER, lot(NOW), new Amount(5)),
                        new Posting(lot(NOW), Account.expired(POINTS, 3), new Amount(5)));
        assertThat(books.spendable(POINTS, "ada")).isZero();
    }

    @Test
    void seesInALaterTransactionWhatAnEarlierOneRecorded() {
        Books books = books(Map.of());
        var _ = draft(books).credit(POINTS, "ada", 5, SOON, ISSUER).record();
        Draft second = draft(books);

        assertThat(second.debit(POINTS, "ada", 4, REDEEMED)).isInstanceOf(Outcome.Taken.class);
        var _ = second.record();

        assertThat(books.spendable(POINTS, "ada")).isEqualTo(1);
        assertThat(books.recorded()).hasSize(2);
        assertThat(books.balances(ADA)).containsExactly(new Balance("ada", "points", 1, 0, 0, 0));
    }

    @Test
    void seesWhatItHasDraftedItself() {
        Books books = books(Map.of());
        Draft draft = draft(books).credit(POINTS, "ada", 5, SOON, ISSUER);

        assertThat(draft.debit(POINTS, "ada", 5, REDEEMED)).isEqualTo(new Outcome.Taken(List.of(new Lot(SOON, 5))));
        assertThat(draft.debit(POINTS, "ada", 1, REDEEMED)).isEqualTo(new Outcome.Insufficient(0));
    }

    @Test
    void keepsCurrenciesAndMembersApart() {
        Account gold = Account.lot(GOLD, "ada", SOON);
        Account ofBob = Account.lot(POINTS, "bob", SOON);
        Books books = books(Map.of(lot(SOON), 1L, gold, 10L, ofBob, 100L));
        Draft draft = draft(books);

        assertThat(draft.debit(POINTS, "ada", 2, REDEEMED)).isEqualTo(new Outcome.Insufficient(1));
        Transaction both = draft(books)
                .debitOrOwe(POINTS, "ada", 1, REDEEMED)
                .debitOrOwe(POINTS, "bob", 100, REDEEMED)
                .debitOrOwe(GOLD, "ada", 10, Account.redeemed(GOLD, 3))
                .record();

        assertThat(both.taken(POINTS, "ada")).containsExactly(new Lot(SOON, 1));
        assertThat(both.holders()).isEqualTo(Set.of(ADA, new Holder("acme", "bob")));
        assertThat(both.changes().get(ADA))
                .isEqualTo(Map.of("points", new Change(-1, 0, 0, 0), "gold", new Change(-10, 0, 0, 0)));
    }

    @Test
    void givesBackADebtThatWasPaidSinceAsPoints() {
        Books books = books(Map.of());
        Transaction fine = draft(books).debitOrOwe(POINTS, "ada", 5, REDEEMED).record();
        var _ = draft(books).credit(POINTS, "ada", 5, SOON, ISSUER).record();
        assertThat(books.owed(POINTS, "ada")).isZero();

        var _ = books.draft(TransactionType.REVERSED, new Cause.Requested("acme", "back"), when())
                .reverse(fine)
                .record();

        assertThat(books.lots(POINTS, "ada")).containsExactly(new Lot(Account.NEVER, 5));
    }

    @Test
    void reversesWhatArrivedExpiredWithoutChargingAnybody() {
        Books books = books(Map.of());
        Transaction late = draft(books).credit(POINTS, "ada", 5, PAST, ISSUER).record();

        Transaction reversal = books.draft(TransactionType.REVERSED, new Cause.Requested("acme", "back"), when())
                .reverse(late)
                .record();

        assertThat(reversal.postings())
                .containsExactly(
                        new Posting(Account.expired(POINTS, 3), lot(PAST), new Amount(5)),
                        new Posting(lot(PAST), ISSUER, new Amount(5)));
        assertThat(reversal.notes().reverses()).isEqualTo(late.id());
    }

    @Test
    void setsPointsAsideOnlyWhereNeitherSideIsAMembers() {
        Books books = books(Map.of());
        Account budget = Account.budget(POINTS, "spring", 0);

        assertThat(draft(books).fund(ISSUER, 9, budget).record().postings())
                .containsExactly(new Posting(ISSUER, budget, new Amount(9)));
        assertThatIllegalArgumentException().isThrownBy(() -> draft(books).fund(ISSUER, 9, lot(SOON)));
        assertThatIllegalArgumentException().isThrownBy(() -> draft(books).fund(lot(SOON), 9, budget));
    }

    @Test
    void notesWhatElseIsToBeKnown() {
        Books books = books(Map.of());
        Notes notes = Notes.on("draw/1").by("operator", "a prize").tracing("{}").from("hearth.engagement/3/14");

        Transaction transaction =
                draft(books).note(notes).accrue(POINTS, "ada", 5, ISSUER).record();

        assertThat(transaction.notes())
                .isEqualTo(new Notes("draw/1", null, "a prize", "operator", "{}", "hearth.engagement/3/14"));
        assertThat(books.pending(POINTS, "ada")).isEqualTo(5);
    }

    @Test
    void refusesBooksOfMembersThatWereNotOpened() {
        Books books = books(Map.of());

        assertThat(books.version(ADA)).isEqualTo(7);
        assertThat(books.now()).isEqualTo(NOW);
        assertThatIllegalArgumentException().isThrownBy(() -> books.version(new Holder("acme", "eve")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        draft(books).credit(POINTS, "eve", 1, SOON, ISSUER).record());
    }

    private static Books books(Map<Account, Long> balances) {
        long[] next = {0};
        return new Books(
                NOW, 3, () -> new UUID(0, ++next[0]), Map.of(ADA, 7L, new Holder("acme", "bob"), 1L), balances);
    }

    private static Draft draft(Books books) {
        return books.draft(TransactionType.ADJUSTED, new Cause.Requested("acme", "key"), when());
    }

    private static When when() {
        return new When(NOW, LocalDate.parse("2026-02-17"));
    }

    private static Account lot(Instant expiresAt) {
        return Account.lot(POINTS, "ada", expiresAt);
    }
}
