package dev.hearth.incentive;

import dev.hearth.incentive.earning.DeedEventConsumer;
import dev.hearth.incentive.earning.Telling;
import dev.hearth.incentive.kind.EventKinds;
import dev.hearth.incentive.ledger.Audit;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Statements;
import dev.hearth.incentive.member.Members;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.inbox.ConsumerPositionTable;
import dev.hearth.platform.inbox.ConsumerPositions;
import dev.hearth.platform.inbox.InboxConfig;
import dev.hearth.platform.inbox.PartitionConsumer;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.outbox.OutboxConfig;
import dev.hearth.platform.outbox.OutboxRelay;
import dev.hearth.platform.outbox.RelayMeters;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.time.Uuid7;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Makes what the platform and the ledger offer into beans of this service. */
@ApplicationScoped
class Wiring {
    private static final String SERVICE = "incentive-service";

    @Produces
    @Singleton
    Events events(Clock clock) {
        return new Events(SERVICE, clock);
    }

    @Produces
    @Singleton
    @Readiness
    RelayMeters relayMeters(MeterRegistry registry) {
        return new RelayMeters(registry);
    }

    @Produces
    @Singleton
    OutboxRelay relay(Vertx vertx, Config config, OutboxConfig outbox, @Readiness RelayMeters meters) {
        return OutboxRelay.of(vertx, config, outbox, meters);
    }

    @Produces
    @Singleton
    Outbox outbox(OutboxRelay relay) {
        return new Outbox(relay::expect);
    }

    @Produces
    @Singleton
    Communities communities(Config config) {
        return new Communities(kafka(config));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck communitiesAreRead(Communities communities) {
        return communities;
    }

    @Produces
    @Singleton
    Members members(Config config) {
        return new Members(kafka(config));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck membersAreRead(Members members) {
        return members;
    }

    @Produces
    @Singleton
    EventKinds eventKinds(Config config) {
        return new EventKinds(kafka(config));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck eventKindsAreRead(EventKinds kinds) {
        return kinds;
    }

    @Produces
    @Singleton
    Subscription subscription(Config config) {
        return new Subscription(
                SERVICE, SERVICE, Set.of(Topics.ENGAGEMENT, Topics.MEMBER, Topics.SIGNAL), kafka(config));
    }

    @Produces
    @Singleton
    ConsumerPositionTable positionTable() {
        return new ConsumerPositionTable(SERVICE);
    }

    @Produces
    @Singleton
    ConsumerPositions positions(Subscription subscription, ConsumerPositionTable table, Pool pool) {
        return new ConsumerPositions(subscription, () -> table.all(pool));
    }

    @Produces
    @Singleton
    PartitionConsumer<Optional<Telling>> consumer(
            Subscription subscription, DeedEventConsumer handler, InboxConfig config, MeterRegistry registry) {
        return new PartitionConsumer<>(subscription, handler, config, registry);
    }

    @Produces
    @Singleton
    Ledger ledger(Clock clock, Uuid7 ids) {
        return new Ledger(clock, ids::next);
    }

    @Produces
    @Singleton
    Statements statements(Pool pool, Clock clock) {
        return new Statements(pool, clock);
    }

    @Produces
    @Singleton
    Audit audit(Pool pool) {
        return new Audit(pool);
    }

    void start(
            @Observes StartupEvent event,
            OutboxRelay relay,
            Communities communities,
            Members members,
            EventKinds kinds,
            PartitionConsumer<Optional<Telling>> consumer) {
        communities.start();
        members.start();
        kinds.start();
        relay.start();
        consumer.start();
    }

    /** What takes in stops first, so that what it has taken in is still sent. */
    void stop(
            @Observes ShutdownEvent event,
            OutboxRelay relay,
            Communities communities,
            Members members,
            EventKinds kinds,
            PartitionConsumer<Optional<Telling>> consumer,
            ConsumerPositions positions) {
        consumer.close();
        communities.close();
        members.close();
        kinds.close();
        positions.close();
        relay.close();
    }

    private static Map<String, Object> kafka(Config config) {
        return Map.of("bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class));
    }
}
