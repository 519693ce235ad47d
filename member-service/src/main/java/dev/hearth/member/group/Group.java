package dev.hearth.member.group;

import dev.hearth.member.community.CommunityId;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A group of a community. Its version grows by one with every change. */
@Entity(name = "CommunityGroup") // "group" is a word of the query language
@Table(name = "community_group")
class Group {
    @EmbeddedId
    private GroupKey key;

    @Embedded
    private Signboard signboard;

    private Instant createdAt;
    private Instant changedAt;
    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Group() {}

    private Group(GroupKey key, Signboard signboard, Instant now) {
        this.key = key;
        this.signboard = signboard;
        this.createdAt = now;
        this.changedAt = now;
        this.version = 1;
    }

    static Group form(CommunityId community, GroupId id, Signboard signboard, Instant now) {
        return new Group(GroupKey.of(community, id), signboard, now);
    }

    /** Gives it another signboard; tells whether that changed anything. */
    boolean reletter(Signboard next, Instant now) {
        if (signboard.equals(next)) {
            return false;
        }
        signboard = next;
        // The clock of another replica may be behind; a change is never before what it changes.
        changedAt = now.isAfter(changedAt) ? now : changedAt;
        version++;
        return true;
    }

    GroupKey key() {
        return key;
    }

    Signboard signboard() {
        return signboard;
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
