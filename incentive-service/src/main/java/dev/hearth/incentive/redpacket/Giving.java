package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers do with red packets: send, look, claim. */
@ApplicationScoped
class Giving {
    private final RedPacketStores stores;
    private final Sending sending;
    private final Claiming claiming;
    private final Membership membership;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;
    private final SecureRandom random = new SecureRandom();

    Giving(
            RedPacketStores stores,
            Sending sending,
            Claiming claiming,
            Membership membership,
            Pool pool,
            Clock clock,
            Uuid7 ids) {
        this.stores = stores;
        this.sending = sending;
        this.claiming = claiming;
        this.membership = membership;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Answer> send(SqlConnection connection, String community, SendRedPacket body, String who) {
        RedPacket packet = body.packet(community, ids.next(), Seed.random(random), who, clock.instant());
        return sending.send(connection, packet)
                .map(sent -> new Standing(sent, Standing.Status.OPEN, sent.shares(), 0, 0, null))
                .map(sent -> Answer.created(
                        "/communities/" + community + "/red-packets/" + packet.id(), RedPacketView.of(sent)));
    }

    Uni<Standing> find(String community, String packet) {
        UUID id = id(packet);
        return stores.packets().find(pool, community, id).map(found -> found.orElseThrow(() -> unknown(packet)));
    }

    /** Tells who comes too late, or to the wrong packet, before a transaction is begun. */
    Uni<RedPacket> approach(String community, String packet, String member) {
        return claiming.glance(pool, id(packet), new Holder(community, member))
                .onFailure(RedPacketProblem::isGone)
                .recoverWithUni(gone ->
                        find(community, packet).chain(() -> Uni.createFrom().failure(gone)))
                .chain(() -> find(community, packet))
                .map(Standing::packet)
                .invoke(found -> membership.require(community, member, found.group()));
    }

    Uni<Answer> claim(SqlConnection connection, RedPacket packet, String member) {
        return claiming.claim(connection, packet, new Holder(packet.community(), member))
                .map(ClaimView::of)
                .map(Answer::ok);
    }

    /** The member's share of it, where it has one. */
    Uni<Claim> claimOf(RedPacket packet, String member) {
        return stores.shares()
                .claimOf(pool, packet.community(), packet.id(), member)
                .map(found -> found.orElseThrow(() -> unknown(packet.id().toString())));
    }

    Uni<Page<Claim>> claims(String community, String packet, Paging paging) {
        int limit = paging.limit();
        int after = after(paging.after());
        return find(community, packet)
                .chain(() -> stores.shares().claims(pool, community, id(packet), after, limit + 1))
                .map(rows -> Page.of(rows, limit, claim -> Integer.toString(claim.share())));
    }

    private static int after(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("cursor", "is not a cursor of this list; use `next` of the page before"));
        }
    }

    private static UUID id(String packet) {
        UUID id = parsed(packet);
        if (id == null || !id.toString().equals(packet)) {
            throw unknown(packet);
        }
        return id;
    }

    private static @Nullable UUID parsed(String packet) {
        try {
            return UUID.fromString(packet);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ProblemException unknown(String packet) {
        return new ProblemException(RedPacketProblem.UNKNOWN_RED_PACKET, "the community has no red packet " + packet);
    }
}
