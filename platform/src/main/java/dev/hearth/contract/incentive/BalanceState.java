package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.util.Map;

/**
 * A member's balances. Compacted; key {@code community/member}.
 *
 * @param community the community's id
 * @param memberId the member's id
 * @param balances points by currency
 * @param version grows with every change
 */
@Contract(type = "dev.hearth.incentive.balance-state.v1", topic = "hearth.balance-state")
public record BalanceState(String community, String memberId, Map<String, Long> balances, long version) {
    public BalanceState {
        balances = Map.copyOf(balances);
    }
}
