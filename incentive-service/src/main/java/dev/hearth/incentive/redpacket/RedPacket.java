package dev.hearth.incentive.redpacket;

import dev.hearth.contract.incentive.RedPacketSplit;
import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Lot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A red packet as it was sent.
 *
 * @param currency its points'
 * @param id unique
 * @param sender the member who sent it; null where the community did
 * @param group only whose members may claim; null for all
 * @param split how it was divided
 * @param total its points, at least as many as shares
 * @param shares how many, 1 to 1,000
 * @param greeting words of the sender, if any
 * @param seed divided it
 * @param lots what its points are of, soonest-expiring first
 * @param sentBy the token's subject
 * @param sentAt when
 * @param expiresAt until when shares are claimed
 */
record RedPacket(
        CurrencyId currency,
        UUID id,
        @Nullable String sender,
        @Nullable String group,
        RedPacketSplit split,
        long total,
        int shares,
        @Nullable String greeting,
        Seed seed,
        List<Lot> lots,
        String sentBy,
        Instant sentAt,
        Instant expiresAt) {
    RedPacket {
        lots = List.copyOf(lots);
    }

    String community() {
        return currency.community();
    }

    /** Where its points are until they are claimed or go back. */
    Account pot() {
        return Account.pot(currency, "red-packet:" + id);
    }

    /** What the ledger's transactions of it refer to. */
    String reference() {
        return "red-packet/" + id;
    }

    RedPacket of(List<Lot> taken) {
        return new RedPacket(
                currency, id, sender, group, split, total, shares, greeting, seed, taken, sentBy, sentAt, expiresAt);
    }

    /** Its shares, as they follow from the seed. */
    List<Share> divided() {
        Split how = switch (split) {
            case EQUAL -> Split.EQUAL;
            case RANDOM -> Split.RANDOM;
        };
        return Share.inRow(how.divide(total, shares, seed.chance("hearth/red-packet/v1", id.toString())));
    }
}
