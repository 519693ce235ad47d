package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeEnd;
import dev.hearth.contract.incentive.PrivilegeEnded;
import dev.hearth.contract.incentive.PrivilegeGranted;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grants and ends privileges for other features, in their transaction, under the locks of the members: their books are
 * open.
 */
@ApplicationScoped
public class Granting {
    private final Privileges privileges;
    private final Events events;
    private final Outbox outbox;
    private final Uuid7 ids;

    Granting(Privileges privileges, Events events, Outbox outbox, Uuid7 ids) {
        this.privileges = privileges;
        this.events = events;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Grants a privilege; empty if its source had granted it before, which changes nothing. */
    public Uni<Optional<Privilege>> grant(SqlConnection connection, Books books, Grant grant) {
        return privileges
                .add(connection, ids.next(), grant, books.now())
                .call(made -> outbox.add(
                        connection,
                        made.map(granted -> event(books, granted.holder(), granted(granted))).stream()
                                .toList()));
    }

    /**
     * What a source has granted and is still active; locked, so that it can be revoked. Before the books are opened.
     */
    public Uni<List<Privilege>> lockActiveOf(SqlConnection connection, String community, String source) {
        return privileges
                .lockOfSource(connection, community, source)
                .map(found -> found.stream()
                        .filter(privilege -> privilege.state() == Privilege.State.ACTIVE)
                        .toList());
    }

    /**
     * Revokes what was locked.
     *
     * @param by who takes it back
     * @param reason why, where it was said
     */
    public Uni<Void> revoke(
            SqlConnection connection, Books books, List<Privilege> locked, String by, @Nullable String reason) {
        return end(connection, books, locked, new Ending(PrivilegeEnd.REVOKED, by, reason));
    }

    Uni<Void> end(SqlConnection connection, Books books, List<Privilege> locked, Ending how) {
        if (locked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<CloudEvent> told = locked.stream()
                .map(ending -> event(books, ending.holder(), ended(ending, how.cause())))
                .toList();
        return privileges.end(connection, locked, how, books.now()).chain(() -> outbox.add(connection, told));
    }

    private CloudEvent event(Books books, Holder holder, Record payload) {
        return events.ofMember(holder.community(), holder.member(), books.version(holder), payload);
    }

    private static PrivilegeGranted granted(Privilege privilege) {
        return new PrivilegeGranted(
                privilege.holder().member(),
                privilege.id().toString(),
                privilege.kind(),
                privilege.name(),
                privilege.from(),
                privilege.until(),
                privilege.source());
    }

    private static PrivilegeEnded ended(Privilege privilege, PrivilegeEnd cause) {
        return new PrivilegeEnded(
                privilege.holder().member(),
                privilege.id().toString(),
                privilege.kind(),
                privilege.name(),
                cause,
                privilege.source());
    }
}
