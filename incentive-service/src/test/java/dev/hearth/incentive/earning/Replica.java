package dev.hearth.incentive.earning;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.member.Members;
import dev.hearth.incentive.rule.RuleBooks;
import dev.hearth.incentive.rule.RuleTroubles;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.pending.PendingCredits;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.inbox.ConsumerPositionTable;
import dev.hearth.platform.inbox.InboxConfig;
import dev.hearth.platform.inbox.PartitionConsumer;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.time.Uuid7;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One replica of the consumer, put together by hand: several of them share a database and a group. */
final class Replica implements AutoCloseable {
    private final PartitionConsumer<Optional<Telling>> consumer;
    private final Communities communities;
    private final Members members;

    /**
     * Starts it.
     *
     * @param batch records applied together, at most
     */
    Replica(LedgerDatabase database, String broker, String group, int batch) {
        Clock clock = Clock.systemUTC();
        Ledger ledger = new Ledger(clock, new Uuid7(clock)::next);
        communities = new Communities(Map.of("bootstrap.servers", broker));
        members = new Members(Map.of("bootstrap.servers", broker));
        communities.start();
        members.start();
        Surroundings surroundings = new Surroundings(communities, members);
        Earning earning = new Earning(
                new RuleBooks(clock),
                new Memory(ledger, new CapUsages(), new RuleProgress(), new RuleTroubles(clock)),
                new Ranks((client, holders) -> Uni.createFrom().item(Map.of())),
                new Funding(() -> {
                    throw new AssertionError("no campaign here");
                }),
                new Paymaster(
                        Coinage.of(database.pool(), clock), PendingCredits.of(clock), surroundings, new Uuid7(clock)),
                surroundings);
        Attendance attendance = new Attendance(
                surroundings,
                earning,
                List.of(),
                Bookkeeping.of(ledger, new Events("incentive-service", clock), new Outbox(() -> {})));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        DeedEventConsumer handler =
                new DeedEventConsumer(attendance, new ConsumerPositionTable(group), database.pool(), meters);
        InboxConfig config = new SmallRyeConfigBuilder()
                .withMapping(InboxConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("hearth.inbox.batch", Integer.toString(batch))
                .build()
                .getConfigMapping(InboxConfig.class);
        Subscription subscription = new Subscription(
                "incentive-service", group, Set.of(Topics.ENGAGEMENT), Map.of("bootstrap.servers", broker));
        consumer = new PartitionConsumer<>(subscription, handler, config, meters);
        consumer.start();
    }

    @Override
    public void close() {
        consumer.close();
        members.close();
        communities.close();
    }
}
