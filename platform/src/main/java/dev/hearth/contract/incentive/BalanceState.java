package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member's balances. Compacted; key {@code community/member}.
 *
 * @param community the community's id
 * @param memberId the member's id
 * @param balances spendable points by currency
 * @param version grows with every change
 * @param reserves what else the member has or owes, by currency, where it is not all zero
 */
@Contract(type = "dev.hearth.incentive.balance-state.v1", topic = "hearth.balance-state")
public record BalanceState(
        String community,
        String memberId,
        Map<String, Long> balances,
        long version,
        @Nullable Map<String, Reserve> reserves) {
    public BalanceState {
        balances = Map.copyOf(balances);
        reserves = reserves == null ? null : Map.copyOf(reserves);
    }
}
