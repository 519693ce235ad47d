package dev.hearth.incentive.wallet.transfer;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member gives another.
 *
 * @param currency what is given
 * @param from who gives
 * @param to who gets
 * @param amount how many, 1 or more
 * @param note what is said with it
 * @param when when, and for which local day of the community it counts
 * @param who the token's subject
 */
record Transfer(
        CurrencyId currency,
        String from,
        String to,
        long amount,
        @Nullable String note,
        When when,
        String who) {
    List<Holder> holders() {
        return List.of(new Holder(currency.community(), from), new Holder(currency.community(), to));
    }
}
