package dev.hearth.incentive.ledger;

import java.time.Instant;

/**
 * Where points are. What a member has is divided into accounts too: each lot (the points that expire at one instant),
 * what is held, what is pending, what is owed.
 *
 * @param currency what the account holds
 * @param kind what it is for
 * @param owner whose it is: a member, the number of a shard, or what the points are set aside for
 * @param expiresAt when the lot expires, {@link #NEVER} for all others
 */
public record Account(CurrencyId currency, Kind kind, String owner, Instant expiresAt) {
    /** The expiry of what does not expire. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final int MAX_SHARD = 99_999;

    /** What an account is for. */
    public enum Kind {
        /** A lot of a member's spendable points; never below zero. */
        WALLET(true),
        /** A member's points that are not spendable yet; never below zero. */
        PENDING(true),
        /** A member's points that are reserved; never below zero. */
        HELD(true),
        /** What a member owes: zero or below. The next credit pays it first. */
        OWED(true),
        /** Where a currency comes from: below zero by what was issued. */
        ISSUER(false),
        /** What was spent. */
        REDEEMED(false),
        /** What expired unspent. */
        EXPIRED(false),
        /** The other side of corrections by hand. */
        ADJUSTED(false),
        /** What a campaign may still give away; never below zero. */
        BUDGET(false),
        /** What is set aside to be handed out, such as a red packet; never below zero. */
        POT(false);

        private final boolean ofMember;

        Kind(boolean ofMember) {
            this.ofMember = ofMember;
        }

        /** Whether the owner is a member. */
        public boolean isOfMember() {
            return ofMember;
        }
    }

    public Account {
        if (kind != Kind.WALLET && !expiresAt.equals(NEVER)) {
            throw new IllegalArgumentException("only lots expire: " + kind);
        }
    }

    /** A lot: a member's points that expire at that instant. */
    public static Account lot(CurrencyId currency, String member, Instant expiresAt) {
        return new Account(currency, Kind.WALLET, member, expiresAt);
    }

    /** What a member cannot spend yet. */
    public static Account pending(CurrencyId currency, String member) {
        return new Account(currency, Kind.PENDING, member, NEVER);
    }

    /** What is reserved of a member's points. */
    public static Account held(CurrencyId currency, String member) {
        return new Account(currency, Kind.HELD, member, NEVER);
    }

    /** What a member owes. */
    public static Account owed(CurrencyId currency, String member) {
        return new Account(currency, Kind.OWED, member, NEVER);
    }

    /** Where the currency comes from. */
    public static Account issuer(CurrencyId currency, int shard) {
        return sharded(Kind.ISSUER, currency, shard);
    }

    /** Where spent points go. */
    public static Account redeemed(CurrencyId currency, int shard) {
        return sharded(Kind.REDEEMED, currency, shard);
    }

    /** Where points go that expire. */
    public static Account expired(CurrencyId currency, int shard) {
        return sharded(Kind.EXPIRED, currency, shard);
    }

    /** The other side of corrections by hand. */
    public static Account adjusted(CurrencyId currency, int shard) {
        return sharded(Kind.ADJUSTED, currency, shard);
    }

    /**
     * A slice of what a campaign may give away.
     *
     * @param slice 0 to 99,999; partitions draw from slices of their own
     */
    public static Account budget(CurrencyId currency, String campaign, int slice) {
        return new Account(currency, Kind.BUDGET, campaign + "/" + checkShard(slice), NEVER);
    }

    /** Points set aside to be handed out. */
    public static Account pot(CurrencyId currency, String id) {
        return new Account(currency, Kind.POT, id, NEVER);
    }

    /** The member whose account it is. */
    Holder holder() {
        return new Holder(currency.community(), owner);
    }

    /** Shared accounts are split so that no row is hot: each partition, and each part of the callers, has its own. */
    private static Account sharded(Kind kind, CurrencyId currency, int shard) {
        return new Account(currency, kind, Integer.toString(checkShard(shard)), NEVER);
    }

    private static int checkShard(int shard) {
        if (shard < 0 || shard > MAX_SHARD) {
            throw new IllegalArgumentException("shard is " + shard + ", must be 0 to " + MAX_SHARD);
        }
        return shard;
    }
}
