package dev.hearth.engagement.kind;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A kind of event that a community declared. It is never taken back: events of it are on record. */
@Entity
@Table(name = "event_kind")
class EventKind {
    @EmbeddedId
    private KindKey key;

    private String description;
    private String schema;
    private long version;

    @SuppressWarnings("UnusedVariable") // KindFollower's statement reads it
    private long revision;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which sets the fields
    protected EventKind() {}

    EventKind(KindKey key, DeclareKind declared, long revision, Instant now) {
        this.key = key;
        this.description = declared.description();
        this.schema = declared.schema().toString();
        this.version = 1;
        this.revision = revision;
        this.changedAt = now;
    }

    /** Whether the kind is already as {@code declared}. */
    boolean is(DeclareKind declared) {
        return description.equals(declared.description())
                && PropertiesSchema.tree(schema).equals(declared.schema());
    }

    /** Declares it anew: from now on events must fit the new schema; those on record stay. */
    void change(DeclareKind declared, long newRevision, Instant now) {
        description = declared.description();
        schema = declared.schema().toString();
        revision = newRevision;
        changedAt = now;
        version++;
    }

    String kind() {
        return key.kind();
    }

    String description() {
        return description;
    }

    String schema() {
        return schema;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }
}
