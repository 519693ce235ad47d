package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.Rule;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One version of an earning rule. It never changes: the next version follows it. */
@Entity
class EarningRuleVersion {
    @EmbeddedId
    private RuleVersionKey key;

    @SuppressWarnings("UnusedVariable") // read by the statement that puts the book of a revision together
    private long revision;

    private String[] kinds;
    private String currency;
    private long amount;
    private @Nullable Long ownPoints;
    private @Nullable Long ownTimes;
    private String[] sharedCaps;
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;
    private Instant changedAt;
    private String changedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected EarningRuleVersion() {}

    private EarningRuleVersion(RuleVersionKey key, RuleTerms terms, Change change) {
        this.key = key;
        this.revision = change.revision();
        this.kinds = terms.kinds().toArray(String[]::new);
        this.currency = terms.currency();
        this.amount = terms.amount();
        this.ownPoints = terms.ownPoints();
        this.ownTimes = terms.ownTimes();
        this.sharedCaps = terms.sharedCaps().toArray(String[]::new);
        this.validFrom = terms.validFrom();
        this.validUntil = terms.validUntil();
        this.changedAt = change.at();
        this.changedBy = change.by();
    }

    /** The first version, or the one after {@code before}. */
    static EarningRuleVersion after(@Nullable EarningRuleVersion before, RuleId id, RuleTerms terms, Change change) {
        int version = before == null ? 1 : before.version() + 1;
        return new EarningRuleVersion(new RuleVersionKey(id.community(), id.rule(), version), terms, change);
    }

    RuleTerms terms() {
        return new RuleTerms(
                new TreeSet<>(List.of(kinds)),
                currency,
                amount,
                ownPoints,
                ownTimes,
                new TreeSet<>(List.of(sharedCaps)),
                validFrom,
                validUntil);
    }

    Rule rule(Map<String, Cap> shared) {
        return terms().rule(key.rule(), key.version(), shared);
    }

    String id() {
        return key.rule();
    }

    int version() {
        return key.version();
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }
}
