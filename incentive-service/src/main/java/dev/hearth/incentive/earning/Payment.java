package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Amount;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Posting;
import dev.hearth.incentive.ledger.Transaction;
import java.util.List;
import java.util.UUID;

/**
 * An award on its way into the books.
 *
 * @param award what is paid
 * @param transaction the transaction that pays it
 */
record Payment(Award award, Transaction transaction) {
    /** @param shard the partition's number, whose issuer pays */
    static Payment of(Award award, UUID id, int shard) {
        Occurrence occurrence = award.claim().occurrence();
        Rule rule = award.claim().rule();
        CurrencyId currency = new CurrencyId(occurrence.community(), rule.currency());
        Posting posting = new Posting(
                new Account.Issuer(currency, shard),
                new Account.Wallet(currency, occurrence.member()),
                new Amount(award.points()));
        Cause cause = new Cause.Earned(occurrence.community(), occurrence.event(), rule.id(), rule.version());
        return new Payment(
                award, new Transaction(id, cause, occurrence.occurredAt(), occurrence.localDate(), List.of(posting)));
    }

    Holder holder() {
        Occurrence occurrence = award.claim().occurrence();
        return new Holder(occurrence.community(), occurrence.member());
    }
}
