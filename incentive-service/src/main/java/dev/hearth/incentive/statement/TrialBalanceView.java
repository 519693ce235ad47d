package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.TrialBalance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The trial balance of a community. */
@Schema(name = "TrialBalance")
record TrialBalanceView(
        @Schema(description = "whether every currency is sound")
        boolean sound,

        List<CurrencyView> currencies) {
    TrialBalanceView {
        currencies = List.copyOf(currencies);
    }

    static TrialBalanceView of(List<TrialBalance> balances) {
        return new TrialBalanceView(
                balances.stream().allMatch(TrialBalance::isSound),
                balances.stream().map(CurrencyView::of).toList());
    }

    /** The sums of one currency. */
    @Schema(name = "TrialBalanceOfCurrency")
    record CurrencyView(
            @Schema(examples = "points") String currency,

            @Schema(description = "the sum over all accounts, computed from the postings: 0", examples = "0")
            long total,

            List<SumView> accounts,

            @Schema(description = "accounts whose stored balance is not the sum of their postings: none")
            List<DifferenceView> differences) {
        CurrencyView {
            accounts = List.copyOf(accounts);
            differences = List.copyOf(differences);
        }

        static CurrencyView of(TrialBalance balance) {
            return new CurrencyView(
                    balance.currency(),
                    balance.total(),
                    balance.sums().stream()
                            .map(sum -> new SumView(sum.kind(), sum.accounts(), sum.points()))
                            .toList(),
                    balance.differences().stream()
                            .map(difference -> new DifferenceView(
                                    difference.kind(), difference.owner(), difference.stored(), difference.posted()))
                            .toList());
        }
    }

    /** The accounts of one kind. */
    @Schema(name = "TrialBalanceSum")
    record SumView(
            @Schema(description = "WALLET: of members; ISSUER: where points come from", examples = "WALLET")
            String kind,

            @Schema(description = "how many accounts", examples = "1")
            long count,

            @Schema(examples = "20") long points) {}

    /** An account that differs. */
    @Schema(name = "TrialBalanceDifference")
    record DifferenceView(String kind, String owner, long stored, long posted) {}
}
