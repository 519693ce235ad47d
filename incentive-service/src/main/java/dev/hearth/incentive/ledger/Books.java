package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What some members have, read under their locks, and what is written into the books for them. Pure: nothing happens
 * outside of this object until the {@link Ledger} records it.
 */
public final class Books {
    private final Instant now;
    private final int shard;
    private final Supplier<UUID> ids;
    private final Map<Holder, Long> versions;
    private final Map<Account, Long> balances = new HashMap<>();
    private final Map<Holder, List<Account>> accounts = new HashMap<>();
    private final List<Transaction> recorded = new ArrayList<>();

    /**
     * The books of these members.
     *
     * @param now the time that decides what has expired
     * @param shard whose issuer, redemption and other shared accounts are used, 0 to 99,999
     * @param ids of transactions, growing
     * @param versions of each member whose points may move
     * @param balances of all accounts of these members
     */
    public Books(Instant now, int shard, Supplier<UUID> ids, Map<Holder, Long> versions, Map<Account, Long> balances) {
        this.now = now;
        this.shard = shard;
        this.ids = ids;
        this.versions = Map.copyOf(versions);
        balances.forEach(this::put);
    }

    /** Begins a transaction: it counts when it is {@link Draft#record recorded}. */
    public Draft draft(TransactionType type, Cause cause, When when) {
        return new Draft(this, type, cause, when);
    }

    /** What the member can spend. */
    public long spendable(CurrencyId currency, String member) {
        return Lot.total(lots(currency, member));
    }

    /** The member's lots that hold something and have not expired, soonest-expiring first. */
    public List<Lot> lots(CurrencyId currency, String member) {
        return new Sheet(this).lots(currency, member);
    }

    /** What is reserved of the member's points. */
    public long held(CurrencyId currency, String member) {
        return balance(Account.held(currency, member));
    }

    /** What the member cannot spend yet. */
    public long pending(CurrencyId currency, String member) {
        return balance(Account.pending(currency, member));
    }

    /** What the member owes, as a number of 0 or more. */
    public long owed(CurrencyId currency, String member) {
        return -balance(Account.owed(currency, member));
    }

    /** How often the member's points moved, with this time. */
    public long version(Holder holder) {
        Long version = versions.get(holder);
        if (version == null) {
            throw new IllegalArgumentException("the books of " + holder + " were not opened");
        }
        return version;
    }

    /** What the member has, by currency; of currencies that ever moved. */
    public List<Balance> balances(Holder holder) {
        TreeMap<String, CurrencyId> currencies = new TreeMap<>();
        accounts.getOrDefault(holder, List.of())
                .forEach(account -> currencies.put(account.currency().currency(), account.currency()));
        return currencies.values().stream()
                .map(currency -> new Balance(
                        holder.member(),
                        currency.currency(),
                        spendable(currency, holder.member()),
                        held(currency, holder.member()),
                        pending(currency, holder.member()),
                        owed(currency, holder.member())))
                .toList();
    }

    /** What was recorded, in this order. */
    public List<Transaction> recorded() {
        return List.copyOf(recorded);
    }

    /** The time that decides what has expired. */
    public Instant now() {
        return now;
    }

    /** Whose shared accounts are used. */
    public int shard() {
        return shard;
    }

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    boolean hasExpired(Account lot) {
        return !lot.expiresAt().isAfter(now);
    }

    List<Account> accountsOf(CurrencyId currency, String member) {
        return accounts.getOrDefault(new Holder(currency.community(), member), List.of()).stream()
                .filter(account -> account.currency().equals(currency))
                .toList();
    }

    Transaction record(TransactionType type, Cause cause, When when, List<Posting> postings, Notes notes) {
        Transaction transaction = new Transaction(ids.get(), type, cause, when, postings, notes);
        postings.forEach(posting -> {
            move(posting.source(), -posting.amount().points());
            move(posting.destination(), posting.amount().points());
        });
        recorded.add(transaction);
        return transaction;
    }

    private void move(Account account, long points) {
        if (account.kind().isOfMember()) {
            long _ = version(account.holder());
            put(account, Math.addExact(balance(account), points));
        }
    }

    private void put(Account account, long balance) {
        if (balances.put(account, balance) == null) {
            accounts.computeIfAbsent(account.holder(), holder -> new ArrayList<>())
                    .add(account);
        }
    }
}
