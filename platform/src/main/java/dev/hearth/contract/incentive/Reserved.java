package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;

/**
 * A member's points moved between spendable, held and pending; none was gained or lost.
 *
 * @param memberId whose points
 * @param transaction id of the ledger transaction
 * @param currency the points' currency
 * @param amount what became spendable, negative if it stopped to be
 * @param cause why
 * @param localDate the local day it counts for
 * @param movement what changed of the member's points
 */
@Contract(type = "dev.hearth.incentive.reserved.v1", topic = "hearth.incentive")
public record Reserved(
        String memberId,
        String transaction,
        String currency,
        long amount,
        Cause cause,
        LocalDate localDate,
        Movement movement) {}
