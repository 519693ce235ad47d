package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;

/**
 * A wallet was credited.
 *
 * @param memberId whose wallet
 * @param transaction id of the ledger transaction
 * @param currency the points' currency
 * @param amount points credited, 1 or more
 * @param cause why
 * @param localDate the local day the credit counts for
 */
@Contract(type = "dev.hearth.incentive.credited.v1", topic = "hearth.incentive")
public record Credited(
        String memberId, String transaction, String currency, long amount, Cause cause, LocalDate localDate) {}
