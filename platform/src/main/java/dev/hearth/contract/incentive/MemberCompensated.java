package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member was compensated for an incident, or chosen to be compared with those who were.
 *
 * @param memberId whom it is about
 * @param compensation the compensation's id
 * @param incident the incident's reference
 * @param campaign whose budget pays
 * @param heldOut whether the member gets nothing, to compare with
 * @param currency the points' currency
 * @param points what the member got, 0 if held out
 * @param localDate the community's day; its effect is measured over the days after it
 * @param transaction the ledger transaction, if points moved
 */
@Contract(type = "dev.hearth.incentive.member-compensated.v1", topic = "hearth.incentive")
public record MemberCompensated(
        String memberId,
        String compensation,
        String incident,
        String campaign,
        boolean heldOut,
        String currency,
        long points,
        LocalDate localDate,
        @Nullable String transaction) {}
