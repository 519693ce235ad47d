package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Sends red packets: the points are set aside and divided in the transaction that takes them. */
@ApplicationScoped
class Sending {
    private final RedPacketStores stores;
    private final Membership membership;
    private final Bookkeeping bookkeeping;
    private final RedPacketEvents events;
    private final Outbox outbox;
    private final Communities communities;

    Sending(
            RedPacketStores stores,
            Membership membership,
            Bookkeeping bookkeeping,
            RedPacketEvents events,
            Outbox outbox,
            Communities communities) {
        this.stores = stores;
        this.membership = membership;
        this.bookkeeping = bookkeeping;
        this.events = events;
        this.outbox = outbox;
        this.communities = communities;
    }

    /** Sends it, in the caller's transaction: all of it or nothing. */
    Uni<RedPacket> send(SqlConnection connection, RedPacket packet) {
        requireGroup(packet);
        String sender = packet.sender();
        if (sender != null) {
            membership.require(packet.community(), sender, packet.group());
        }
        return stores.policies()
                .inForce(connection, packet.currency())
                .invoke(policy -> requireWithin(packet, policy))
                .call(policy -> count(connection, packet, policy))
                .chain(policy -> fund(connection, packet, policy))
                .call(sent -> outbox.add(connection, List.of(events.sent(sent))));
    }

    private Uni<Void> count(SqlConnection connection, RedPacket packet, RedPacketPolicy policy) {
        String sender = packet.sender();
        return sender == null
                ? Uni.createFrom().voidItem()
                : stores.days().send(connection, packet, sender, when(packet).localDate(), policy);
    }

    private Uni<RedPacket> fund(SqlConnection connection, RedPacket packet, RedPacketPolicy policy) {
        String sender = packet.sender();
        Set<Holder> holders = sender == null ? Set.of() : Set.of(new Holder(packet.community(), sender));
        return bookkeeping.with(connection, holders, books -> {
            RedPacket funded = packet.of(takePoints(books, packet, policy));
            return stores.packets()
                    .add(connection, funded)
                    .chain(() -> stores.shares().add(connection, funded, funded.divided()))
                    .replaceWith(funded);
        });
    }

    private List<Lot> takePoints(Books books, RedPacket packet, RedPacketPolicy policy) {
        Draft draft = books.draft(
                        TransactionType.FUNDED,
                        new Cause.Requested(packet.community(), packet.reference()),
                        when(packet))
                .note(Notes.on(packet.reference()).by(packet.sentBy(), null));
        List<Lot> lots = packet.sender() == null
                ? issue(books, draft, packet, policy)
                : taken(
                        packet.sender(),
                        draft.debit(packet.currency(), packet.sender(), packet.total(), packet.pot()),
                        packet.total());
        var _ = draft.record();
        return lots;
    }

    private static List<Lot> issue(Books books, Draft draft, RedPacket packet, RedPacketPolicy policy) {
        var _ = draft.fund(Account.issuer(packet.currency(), books.shard()), packet.total(), packet.pot());
        Integer days = policy.pointsExpireDays();
        Instant expiry = days == null ? Account.NEVER : packet.expiresAt().plus(Duration.ofDays(days));
        return List.of(new Lot(expiry, packet.total()));
    }

    private static List<Lot> taken(String sender, Outcome outcome, long asked) {
        return switch (outcome) {
            case Outcome.Taken(List<Lot> lots) -> lots;
            case Outcome.Insufficient(long available) ->
                throw new ProblemException(
                        RedPacketProblem.RED_PACKET_UNCOVERED,
                        sender + " can spend " + available + " points, the packet needs " + asked);
        };
    }

    private void requireGroup(RedPacket packet) {
        String group = packet.group();
        if (group != null && !communities.hasGroup(packet.community(), group)) {
            throw new ProblemException(
                    RedPacketProblem.RED_PACKET_GROUP_UNKNOWN, "the community has no group " + group);
        }
    }

    private static void requireWithin(RedPacket packet, RedPacketPolicy policy) {
        if (packet.sender() != null && !policy.memberSending()) {
            throw new ProblemException(
                    RedPacketProblem.RED_PACKETS_NOT_OFFERED,
                    "members do not send red packets of " + packet.currency().currency() + " here");
        }
        long _ = Check.range("/total", packet.total(), packet.shares(), policy.maxTotal());
        long _ = Check.range("/shares", packet.shares(), 1, policy.maxShares());
        long minutes = Duration.between(packet.sentAt(), packet.expiresAt()).toMinutes();
        long _ = Check.range("/minutesOpen", minutes, 1, policy.minutesOpen());
    }

    private When when(RedPacket packet) {
        return new When(
                packet.sentAt(), LocalDate.ofInstant(packet.sentAt(), communities.zone(packet.community(), null)));
    }
}
