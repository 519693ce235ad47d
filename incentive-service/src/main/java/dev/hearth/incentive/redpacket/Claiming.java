package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Claims shares: the share and its points change hands in one transaction. */
@ApplicationScoped
class Claiming {
    /** Points that were about to expire are good for this long after their claim, at least. */
    private static final Duration LEAST_LIFE = Duration.ofDays(1);

    private final RedPacketStores stores;
    private final Bookkeeping bookkeeping;
    private final RedPacketEvents events;
    private final Outbox outbox;
    private final Communities communities;
    private final Clock clock;

    Claiming(
            RedPacketStores stores,
            Bookkeeping bookkeeping,
            RedPacketEvents events,
            Outbox outbox,
            Communities communities,
            Clock clock) {
        this.stores = stores;
        this.bookkeeping = bookkeeping;
        this.events = events;
        this.outbox = outbox;
        this.communities = communities;
        this.clock = clock;
    }

    /** Fails at once where the member cannot get a share any more: one look, no transaction, no lock. */
    Uni<Void> glance(Pool pool, UUID packet, Holder member) {
        return stores.shares()
                .look(pool, member.community(), packet, member.member())
                .invoke(glance -> {
                    if (!glance.free() && !glance.claimed()) {
                        throw gone(packet);
                    }
                })
                .replaceWithVoid();
    }

    /** The member's share: claimed now, in the caller's transaction, or the one that it claimed before. */
    Uni<Claim> claim(SqlConnection connection, RedPacket packet, Holder member) {
        return stores.packets()
                .hold(connection, packet.community(), packet.id())
                .chain(held -> stores.shares()
                        .claimOf(connection, packet.community(), packet.id(), member.member())
                        .chain(before -> before.map(claim -> Uni.createFrom().item(claim))
                                .orElseGet(() -> claimAnew(connection, held.orElseThrow(), member))));
    }

    private Uni<Claim> claimAnew(SqlConnection connection, Standing held, Holder member) {
        RedPacket packet = held.packet();
        Instant now = clock.instant();
        if (held.status() != Standing.Status.OPEN || !now.isBefore(packet.expiresAt())) {
            throw new ProblemException(
                    RedPacketProblem.RED_PACKET_EXPIRED, "its shares could be claimed until " + packet.expiresAt());
        }
        return stores.policies()
                .inForce(connection, packet.currency())
                .call(policy -> stores.days().claim(connection, member, packet.currency(), day(packet, now), policy))
                .chain(policy -> stores.shares().take(connection, packet, member.member(), now))
                .map(taken -> taken.orElseThrow(() -> gone(packet.id())))
                .chain(share -> pay(connection, packet, share, member, now));
    }

    private Uni<Claim> pay(SqlConnection connection, RedPacket packet, Share share, Holder member, Instant now) {
        Claim claim = new Claim(share.number(), share.points(), member.member(), now);
        return bookkeeping
                .with(connection, Set.of(member), books -> {
                    credit(books, packet, share, claim);
                    return Uni.createFrom().item(books.version(member));
                })
                .chain(version -> outbox.add(connection, List.of(events.claimed(packet, claim, version))))
                .replaceWith(claim);
    }

    private void credit(Books books, RedPacket packet, Share share, Claim claim) {
        TransactionType type = packet.sender() == null ? TransactionType.GRANTED : TransactionType.TRANSFERRED;
        Draft draft = books.draft(
                        type,
                        new Cause.Requested(packet.community(), packet.reference() + "/share/" + share.number()),
                        new When(claim.claimedAt(), day(packet, claim.claimedAt())))
                .note(Notes.on(packet.reference()));
        Instant least = claim.claimedAt().plus(LEAST_LIFE);
        for (Lot lot : new LotParts(packet.lots()).of(share.before(), share.points())) {
            Instant expiry = lot.expiresAt().isBefore(least) ? least : lot.expiresAt();
            var _ = draft.credit(packet.currency(), claim.member(), lot.points(), expiry, packet.pot());
        }
        var _ = draft.record();
    }

    private LocalDate day(RedPacket packet, Instant now) {
        return LocalDate.ofInstant(now, communities.zone(packet.community(), null));
    }

    private static ProblemException gone(UUID packet) {
        return new ProblemException(
                RedPacketProblem.RED_PACKET_GONE, "others were quicker: no share of " + packet + " is left");
    }
}
