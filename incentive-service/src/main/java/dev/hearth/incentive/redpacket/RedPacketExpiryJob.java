package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Ends red packets whose time is over: what nobody claimed goes back to the lots that it came from. */
@ApplicationScoped
class RedPacketExpiryJob extends Job {
    private static final int BATCH = 50;

    private final RedPacketStores stores;
    private final Bookkeeping bookkeeping;
    private final RedPacketEvents events;
    private final Outbox outbox;
    private final Communities communities;
    private final Clock clock;

    RedPacketExpiryJob(
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

    @Override
    public String name() {
        return "red-packet-expiry";
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return stores.packets().countDue(client, clock.instant());
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return stores.packets()
                .lockDue(connection, clock.instant(), limit)
                .call(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : stores.shares().unclaimed(connection, due).chain(left -> end(connection, due, left)))
                .map(List::size);
    }

    private Uni<Void> end(SqlConnection connection, List<RedPacket> due, Map<UUID, List<Share>> unclaimed) {
        Instant now = clock.instant();
        Set<Holder> senders = new HashSet<>();
        List<CloudEvent> told = new ArrayList<>();
        for (RedPacket packet : due) {
            List<Share> left = left(unclaimed, packet);
            String sender = packet.sender();
            if (sender != null && !left.isEmpty()) {
                senders.add(new Holder(packet.community(), sender));
            }
            told.add(events.ended(packet, packet.shares() - left.size(), points(left)));
        }
        return bookkeeping
                .with(connection, senders, books -> {
                    due.forEach(packet -> refund(books, packet, left(unclaimed, packet), now));
                    return Uni.createFrom().item(due);
                })
                .chain(() -> close(connection, due, unclaimed, now))
                .chain(() -> outbox.add(connection, told));
    }

    private void refund(Books books, RedPacket packet, List<Share> left, Instant now) {
        if (left.isEmpty()) {
            return;
        }
        Draft draft = books.draft(
                        TransactionType.REFUNDED,
                        new Cause.Requested(packet.community(), packet.reference() + "/refund"),
                        new When(now, LocalDate.ofInstant(now, zone(packet))))
                .note(Notes.on(packet.reference()));
        List<Lot> lots = new LotParts(packet.lots()).of(left);
        String sender = packet.sender();
        var _ = sender == null
                ? draft.fund(packet.pot(), points(left), Account.issuer(packet.currency(), books.shard()))
                : draft.giveBack(packet.currency(), sender, lots, points(left), packet.pot());
        var _ = draft.record();
    }

    private Uni<Void> close(
            SqlConnection connection, List<RedPacket> due, Map<UUID, List<Share>> unclaimed, Instant now) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        packet -> stores.packets().end(connection, packet, points(left(unclaimed, packet)), now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A community that is not known here (yet) must not hold up the others. */
    private ZoneId zone(RedPacket packet) {
        return communities.find(packet.community()).map(Community::zone).orElse(ZoneOffset.UTC);
    }

    private static List<Share> left(Map<UUID, List<Share>> unclaimed, RedPacket packet) {
        return unclaimed.getOrDefault(packet.id(), List.of());
    }

    private static long points(List<Share> shares) {
        return shares.stream().mapToLong(Share::points).sum();
    }
}
