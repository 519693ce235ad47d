package dev.hearth.incentive.earning;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.rule.RuleBooks;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.inbox.ConsumerPositionTable;
import dev.hearth.platform.inbox.InboxConfig;
import dev.hearth.platform.inbox.PartitionConsumer;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.time.Uuid7;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One replica of the consumer, put together by hand: several of them share a database and a group. */
final class Replica implements AutoCloseable {
    private final PartitionConsumer<Optional<Deed>> consumer;

    /**
     * Starts it.
     *
     * @param batch records applied together, at most
     */
    Replica(LedgerDatabase database, String broker, String group, int batch) {
        Clock clock = Clock.systemUTC();
        Ledger ledger = new Ledger(clock, new Uuid7(clock)::next);
        Earning earning = new Earning(
                new RuleBooks(),
                new CapUsages(),
                ledger,
                Bookkeeping.of(ledger, new Events("incentive-service", clock), new Outbox(() -> {})));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        EngagementEventConsumer handler =
                new EngagementEventConsumer(earning, new ConsumerPositionTable(group), database.pool(), meters);
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
    }
}
