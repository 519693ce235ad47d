package dev.hearth.incentive.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids of accounts that members share, kept in memory: nearly every transaction moves points from or to one of few, and
 * neither an account nor its id ever changes or goes. Only ids of committed accounts may be kept.
 */
final class SharedAccounts {
    private static final int MAX_KEPT = 10_000;

    private final int most;

    /** The longest unused one is dropped first. */
    private final Map<Account, Long> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Account, Long> eldest) {
            return size() > most;
        }
    };

    SharedAccounts() {
        this(MAX_KEPT);
    }

    /** @param most how many are kept */
    SharedAccounts(int most) {
        this.most = most;
    }

    /** The ids known of these; a map of the caller's own. */
    synchronized Map<Account, Long> of(Collection<Account> accounts) {
        Map<Account, Long> known = new HashMap<>();
        for (Account account : accounts) {
            Long id = account.kind().isOfMember() ? null : kept.get(account);
            if (id != null) {
                known.put(account, id);
            }
        }
        return known;
    }

    /** Keeps those that members share; their accounts must be committed. */
    synchronized void keep(Map<Account, Long> committed) {
        committed.forEach((account, id) -> {
            if (!account.kind().isOfMember()) {
                kept.put(account, id);
            }
        });
    }
}
