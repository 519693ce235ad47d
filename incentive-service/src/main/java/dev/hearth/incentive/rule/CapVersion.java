package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a cap that rules share. It never changes: the next version follows it. */
@Entity
class CapVersion {
    @EmbeddedId
    private CapVersionKey key;

    @SuppressWarnings("UnusedVariable") // read by the statement that puts the book of a revision together
    private long revision;

    @Embedded
    private CapTerms terms;

    private Instant changedAt;
    private String changedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected CapVersion() {}

    private CapVersion(CapVersionKey key, CapTerms terms, Change change) {
        this.key = key;
        this.revision = change.revision();
        this.terms = terms;
        this.changedAt = change.at();
        this.changedBy = change.by();
    }

    /** The first version, or the one after {@code before}. */
    static CapVersion after(@Nullable CapVersion before, CapId id, CapTerms terms, Change change) {
        int version = before == null ? 1 : before.version() + 1;
        return new CapVersion(new CapVersionKey(id.community(), id.cap(), version), terms, change);
    }

    Cap cap() {
        return Cap.shared(key.cap(), terms.unit(), terms.limit());
    }

    String id() {
        return key.cap();
    }

    int version() {
        return key.version();
    }

    CapTerms terms() {
        return terms;
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }
}
