package dev.hearth.analytics;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.population.Population;
import dev.hearth.analytics.projection.ActivityProjection;
import dev.hearth.analytics.projection.EventConsumer;
import dev.hearth.analytics.projection.UpkeepJob;
import dev.hearth.analytics.rebuild.VerifierJob;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.inbox.ConsumerPositions;
import dev.hearth.platform.inbox.InboxConfig;
import dev.hearth.platform.inbox.PartitionConsumer;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.outbox.DirectSender;
import dev.hearth.platform.state.Communities;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.Readiness;

/** Makes what the platform offers into beans of this service, and starts and stops it. */
@ApplicationScoped
class Wiring {
    private static final String SERVICE = "analytics-service";

    @Produces
    @Singleton
    @Readiness
    Communities communities(Config config) {
        return new Communities(kafka(config));
    }

    @Produces
    @Singleton
    @Readiness
    Population population(Config config) {
        return new Population(kafka(config));
    }

    @Produces
    @Singleton
    Subscription subscription(Config config) {
        return new Subscription(
                SERVICE, SERVICE, Set.of(Topics.ENGAGEMENT, Topics.MEMBER, Topics.INCENTIVE), kafka(config), true);
    }

    @Produces
    @Singleton
    ConsumerPositions positions(Subscription subscription, ActivityProjection projection) {
        return new ConsumerPositions(subscription, () -> Uni.createFrom().item(projection::positions));
    }

    @Produces
    @Singleton
    Events events(Clock clock) {
        return new Events(SERVICE, clock);
    }

    @Produces
    @Singleton
    DirectSender sender(Subscription subscription) {
        return new DirectSender(subscription.kafka());
    }

    @Produces
    @Singleton
    PartitionConsumer<List<Act>> consumer(
            Subscription subscription, EventConsumer handler, InboxConfig config, MeterRegistry registry) {
        return new PartitionConsumer<>(subscription, handler, config, registry);
    }

    void start(
            @Observes StartupEvent event,
            @Readiness Communities communities,
            @Readiness Population population,
            PartitionConsumer<List<Act>> consumer,
            UpkeepJob upkeep,
            VerifierJob verifier) {
        communities.start();
        population.start();
        consumer.start();
        upkeep.start();
        verifier.start();
    }

    void stop(
            @Observes ShutdownEvent event,
            @Readiness Communities communities,
            @Readiness Population population,
            PartitionConsumer<List<Act>> consumer,
            UpkeepJob upkeep,
            VerifierJob verifier,
            ConsumerPositions positions,
            DirectSender sender) {
        verifier.stop();
        consumer.close();
        upkeep.stop();
        sender.close();
        communities.close();
        population.close();
        positions.close();
    }

    private static Map<String, Object> kafka(Config config) {
        return Map.of("bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class));
    }
}
