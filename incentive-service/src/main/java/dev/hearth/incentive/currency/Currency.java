package dev.hearth.incentive.currency;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A currency of a community. Its version grows by one with every change. */
@Entity
class Currency {
    /** Characters of a name, at most. */
    static final int MAX_NAME = 100;

    @EmbeddedId
    private CurrencyKey key;

    private String name;
    private int version;
    private Instant changedAt;
    private String changedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Currency() {}

    private Currency(CurrencyKey key, String name, Instant now, String who) {
        this.key = key;
        this.name = name;
        this.version = 1;
        this.changedAt = now;
        this.changedBy = who;
    }

    static Currency introduce(CurrencyKey key, String name, Instant now, String who) {
        return new Currency(key, name, now, who);
    }

    /** Gives it another name; tells whether that changed anything. */
    boolean rename(String next, Instant now, String who) {
        if (name.equals(next)) {
            return false;
        }
        name = next;
        version++;
        changedAt = now;
        changedBy = who;
        return true;
    }

    CurrencyKey key() {
        return key;
    }

    String id() {
        return key.currency();
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }
}
