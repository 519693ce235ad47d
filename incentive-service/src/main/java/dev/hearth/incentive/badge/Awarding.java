package dev.hearth.incentive.badge;

import dev.hearth.contract.incentive.BadgeAwarded;
import dev.hearth.contract.incentive.BadgeRevoked;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Awards badges and takes them back, for other features too: in their transaction, while the member's books are open.
 */
@ApplicationScoped
public class Awarding {
    /** The source of what is awarded by hand. */
    static final String OPERATOR = "operator";

    private final Awards awards;
    private final Definitions<BadgeTerms> badges;
    private final Events events;
    private final Outbox outbox;

    Awarding(Awards awards, Badges badges, Events events, Outbox outbox) {
        this.awards = awards;
        this.badges = badges.definitions();
        this.events = events;
        this.outbox = outbox;
    }

    /** Whether such a badge is in force. */
    public Uni<Boolean> isInForce(SqlClient client, String community, String badge) {
        return badges.inForce(client, new DefinitionKey(community, badge)).map(Optional::isPresent);
    }

    /** Awards it for a source, {@code challenge/<id>/<stage>}; who has it already keeps it as it was. */
    public Uni<Void> award(SqlConnection connection, Books books, Holder holder, String badge, String source) {
        return award(connection, books, holder, badge, new Citation(source, null, source))
                .replaceWithVoid();
    }

    /** Takes back what was awarded for that source; what somebody else awarded stays. */
    public Uni<Boolean> revoke(
            SqlConnection connection, Books books, Holder holder, String badge, String source, String reason) {
        return awards.revoke(connection, holder, badge, new Awards.By(source, books.now()), reason, source)
                .call(revoked -> tell(connection, books, holder, revoked.isPresent(), badge, source, reason))
                .map(Optional::isPresent);
    }

    /**
     * Why a badge is awarded.
     *
     * @param by who: a token's subject, or the source
     */
    record Citation(String source, @Nullable String reason, String by) {}

    /** Empty where the member has it already. */
    Uni<Optional<Award>> award(SqlConnection connection, Books books, Holder holder, String badge, Citation citation) {
        return awards.award(
                        connection,
                        holder,
                        badge,
                        citation.source(),
                        citation.reason(),
                        new Awards.By(citation.by(), books.now()))
                .call(made -> made.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.add(
                                connection,
                                List.of(events.ofMember(
                                        holder.community(),
                                        holder.member(),
                                        books.version(holder),
                                        new BadgeAwarded(
                                                holder.member(), badge, citation.source(), citation.reason())))));
    }

    Uni<Optional<Award>> revokeByHand(
            SqlConnection connection, Books books, Holder holder, String badge, String who, String reason) {
        return awards.revoke(connection, holder, badge, new Awards.By(who, books.now()), reason, null)
                .call(revoked -> tell(connection, books, holder, revoked.isPresent(), badge, OPERATOR, reason));
    }

    private Uni<Void> tell(
            SqlConnection connection,
            Books books,
            Holder holder,
            boolean revoked,
            String badge,
            String source,
            String reason) {
        return revoked
                ? outbox.add(
                        connection,
                        List.of(events.ofMember(
                                holder.community(),
                                holder.member(),
                                books.version(holder),
                                new BadgeRevoked(holder.member(), badge, source, reason))))
                : Uni.createFrom().voidItem();
    }
}
