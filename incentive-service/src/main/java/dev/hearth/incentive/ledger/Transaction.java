package dev.hearth.incentive.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Postings that happen together, with their cause. Immutable: it is corrected only by a further one.
 *
 * @param id grows with time (UUIDv7), so that statements are in the order of recording
 * @param type what kind of happening
 * @param cause why
 * @param when when the cause occurred
 * @param postings 1 to 10,000, all in the cause's community
 * @param notes what else is to be known of it
 */
public record Transaction(UUID id, TransactionType type, Cause cause, When when, List<Posting> postings, Notes notes) {
    /** The most postings of one transaction; the database checks the same. */
    public static final int MAX_POSTINGS = 10_000;

    public Transaction {
        postings = List.copyOf(postings);
        if (postings.isEmpty() || postings.size() > MAX_POSTINGS) {
            throw new IllegalArgumentException("a transaction has 1 to " + MAX_POSTINGS + " postings");
        }
        for (Posting posting : postings) {
            if (!posting.source().currency().community().equals(cause.community())) {
                throw new IllegalArgumentException("a posting of another community than its cause: " + posting);
            }
        }
        if ((type == TransactionType.REVERSED) != (notes.reverses() != null)) {
            throw new IllegalArgumentException("a reversal, and nothing else, names what it reverses");
        }
    }

    /** The lots that this took from a member, soonest-expiring first. */
    public List<Lot> taken(CurrencyId currency, String member) {
        return postings.stream()
                .filter(posting -> isLot(posting.source(), currency, member))
                .map(posting ->
                        new Lot(posting.source().expiresAt(), posting.amount().points()))
                .toList();
    }

    /** The members whose points it moves. */
    public Set<Holder> holders() {
        return changes().keySet();
    }

    /** What it changes of each member's points, by currency. */
    public Map<Holder, Map<String, Change>> changes() {
        Map<Holder, Map<String, Change>> changes = new LinkedHashMap<>();
        for (Posting posting : postings) {
            change(changes, posting.source(), -posting.amount().points());
            change(changes, posting.destination(), posting.amount().points());
        }
        return changes;
    }

    private static void change(Map<Holder, Map<String, Change>> changes, Account account, long points) {
        if (account.kind().isOfMember()) {
            Map<String, Change> ofHolder = changes.computeIfAbsent(account.holder(), holder -> new TreeMap<>());
            String currency = account.currency().currency();
            ofHolder.put(currency, ofHolder.getOrDefault(currency, Change.NONE).plus(account.kind(), points));
        }
    }

    private static boolean isLot(Account account, CurrencyId currency, String member) {
        return account.kind() == Account.Kind.WALLET
                && account.currency().equals(currency)
                && account.owner().equals(member);
    }
}
