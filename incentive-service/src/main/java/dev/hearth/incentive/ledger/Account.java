package dev.hearth.incentive.ledger;

/** Where points are. Further kinds (redemption, expiry, budget, hold) are further cases. */
public sealed interface Account {
    /** What the account holds. */
    CurrencyId currency();

    /** The database's word for the kind of account. */
    String kind();

    /** Whose it is: a member's id or the number of a shard. */
    String owner();

    /** A member's own points: never below zero. */
    record Wallet(CurrencyId currency, String member) implements Account {
        @Override
        public String kind() {
            return "WALLET";
        }

        @Override
        public String owner() {
            return member;
        }
    }

    /**
     * Where a currency comes from: below zero by what was issued. Each partition of the event topic has its own, so
     * that partitions never wait for one another.
     *
     * @param shard 0 to 99,999
     */
    record Issuer(CurrencyId currency, int shard) implements Account {
        private static final int MAX_SHARD = 99_999;

        public Issuer {
            if (shard < 0 || shard > MAX_SHARD) {
                throw new IllegalArgumentException("shard is " + shard + ", must be 0 to " + MAX_SHARD);
            }
        }

        @Override
        public String kind() {
            return "ISSUER";
        }

        @Override
        public String owner() {
            return Integer.toString(shard);
        }
    }
}
