package dev.hearth.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ledger's small values: their bounds, and what they say. */
class LedgerWordsTest {
    private static final CurrencyId POINTS = new CurrencyId("acme", "points");
    private static final When WHEN = new When(Instant.EPOCH, LocalDate.EPOCH);
    private static final Posting POSTING =
            new Posting(Account.issuer(POINTS, 0), Account.lot(POINTS, "ada", Account.NEVER), new Amount(1));

    @Test
    void movesOneToATrillionAtOnce() {
        assertThat(new Amount(1).points()).isEqualTo(1);
        assertThat(new Amount(Amount.MAX).points()).isEqualTo(1_000_000_000_000L);
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount(Amount.MAX + 1));
    }

    @Test
    void namesSharedAccountsByShardAndSlice() {
        assertThat(Account.issuer(POINTS, 0).owner()).isEqualTo("0");
        assertThat(Account.adjusted(POINTS, 99_999).owner()).isEqualTo("99999");
        assertThat(Account.budget(POINTS, "spring", 8).owner()).isEqualTo("spring/8");
        assertThat(Account.pot(POINTS, "packet").owner()).isEqualTo("packet");
        assertThatIllegalArgumentException().isThrownBy(() -> Account.redeemed(POINTS, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Account.expired(POINTS, 100_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account(POINTS, Account.Kind.HELD, "ada", Instant.EPOCH));
    }

    @Test
    void hasOneToTenThousandPostingsOfItsCausesCommunity() {
        assertThat(transaction("acme", 1).postings()).hasSize(1);
        assertThat(transaction("acme", Transaction.MAX_POSTINGS).postings()).hasSize(10_000);
        assertThatIllegalArgumentException().isThrownBy(() -> transaction("acme", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> transaction("acme", 10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> transaction("other", 1));
    }

    @Test
    void namesWhatItReversesIfAndOnlyIfItIsAReversal() {
        Cause cause = new Cause.Requested("acme", "key");
        List<Posting> postings = List.of(POSTING);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Transaction(new UUID(0, 1), TransactionType.REVERSED, cause, WHEN, postings, Notes.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transaction(
                        new UUID(0, 1),
                        TransactionType.GRANTED,
                        cause,
                        WHEN,
                        postings,
                        Notes.NONE.reversing(new UUID(0, 2))));
    }

    @Test
    void countsWhatIsHeldAndPendingAsHadAndWhatIsOwedAsNot() {
        assertThat(new Change(1, 10, 100, 1000).net()).isEqualTo(1 + 10 + 100 - 1000);
        assertThat(new Balance("ada", "points", 7, 100, 1000, 2).net()).isEqualTo(5);
        assertThat(Lot.total(List.of(new Lot(Instant.EPOCH, 2), new Lot(Account.NEVER, 3))))
                .isEqualTo(5);
    }

    @Test
    void isSoundIfAllSumsToZeroAndNothingDiffers() {
        TrialBalance.Sum wallets = new TrialBalance.Sum("WALLET", 2, 5);
        TrialBalance.Sum issuers = new TrialBalance.Sum("ISSUER", 1, -5);
        TrialBalance.Difference difference = new TrialBalance.Difference("WALLET", "ada", 5, 4);

        assertThat(new TrialBalance("points", List.of(wallets, issuers), List.of()).isSound())
                .isTrue();
        assertThat(new TrialBalance("points", List.of(wallets), List.of()).isSound())
                .isFalse();
        assertThat(new TrialBalance("points", List.of(wallets), List.of()).total())
                .isEqualTo(5);
        assertThat(new TrialBalance("points", List.of(wallets, issuers), List.of(difference)).isSound())
                .isFalse();
    }

    private static Transaction transaction(String community, int postings) {
        return new Transaction(
                new UUID(0, 1),
                TransactionType.GRANTED,
                new Cause.Requested(community, "key"),
                WHEN,
                Collections.nCopies(postings, POSTING),
                Notes.NONE);
    }
}
