package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member has more points, or owes less.
 *
 * @param memberId whose wallet
 * @param transaction id of the ledger transaction
 * @param currency the points' currency
 * @param amount what the member gained, 1 or more; spendable at once, if the movement does not say otherwise
 * @param cause why
 * @param localDate the local day the credit counts for
 * @param movement what changed of the member's points
 */
@Contract(type = "dev.hearth.incentive.credited.v1", topic = "hearth.incentive")
public record Credited(
        String memberId,
        String transaction,
        String currency,
        long amount,
        Cause cause,
        LocalDate localDate,
        @Nullable Movement movement) {}
