package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;

/**
 * A member has fewer points, or owes more: spent, taken back, given away.
 *
 * @param memberId whose points
 * @param transaction id of the ledger transaction
 * @param currency the points' currency
 * @param amount what the member lost, 1 or more
 * @param cause why
 * @param localDate the local day it counts for
 * @param movement what changed of the member's points
 */
@Contract(type = "dev.hearth.incentive.debited.v1", topic = "hearth.incentive")
public record Debited(
        String memberId,
        String transaction,
        String currency,
        long amount,
        Cause cause,
        LocalDate localDate,
        Movement movement) {}
