package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;

/**
 * A transaction was taken back.
 *
 * @param memberId whose points
 * @param transaction id of the ledger transaction
 * @param currency the points' currency
 * @param amount what the member gained, negative if lost
 * @param cause why
 * @param localDate the local day it counts for
 * @param movement what changed of the member's points
 */
@Contract(type = "dev.hearth.incentive.reversed.v1", topic = "hearth.incentive")
public record Reversed(
        String memberId,
        String transaction,
        String currency,
        long amount,
        Cause cause,
        LocalDate localDate,
        Movement movement) {}
