package dev.hearth.member.community;

import dev.hearth.contract.member.JoinMode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;

/** A community. Its version grows by one with every change. */
@Entity
public class Community {
    @Id
    @Column(name = "community")
    private String id;

    @Embedded
    private Charter charter;

    private Instant createdAt;
    private Instant changedAt;
    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Community() {}

    private Community(CommunityId id, Charter charter, Instant now) {
        this.id = id.value();
        this.charter = charter;
        this.createdAt = now;
        this.changedAt = now;
        this.version = 1;
    }

    static Community establish(CommunityId id, Charter charter, Instant now) {
        return new Community(id, charter, now);
    }

    /** Gives it another charter; tells whether that changed anything. */
    boolean recharter(Charter next, Instant now) {
        if (charter.equals(next)) {
            return false;
        }
        charter = next;
        // The clock of another replica may be behind; a change is never before what it changes.
        changedAt = now.isAfter(changedAt) ? now : changedAt;
        version++;
        return true;
    }

    /** How members come in. */
    public JoinMode joinMode() {
        return charter.joinMode();
    }

    /** Whose days are the community's. */
    public ZoneId zone() {
        return ZoneId.of(charter.zone());
    }

    CommunityId id() {
        return new CommunityId(id);
    }

    Charter charter() {
        return charter;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
