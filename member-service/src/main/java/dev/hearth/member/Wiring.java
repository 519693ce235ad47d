package dev.hearth.member;

import dev.hearth.platform.event.Events;
import dev.hearth.platform.idempotency.Idempotency;
import dev.hearth.platform.idempotency.IdempotencyConfig;
import dev.hearth.platform.idempotency.IdempotencySweep;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.outbox.OutboxConfig;
import dev.hearth.platform.outbox.OutboxRelay;
import dev.hearth.platform.outbox.RelayMeters;
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
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.Readiness;

/** Makes what the platform offers into beans of this service. */
@ApplicationScoped
class Wiring {
    private static final String SERVICE = "member-service";

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
    Idempotency idempotency(Clock clock, IdempotencyConfig config) {
        return new Idempotency(clock, config);
    }

    @Produces
    @Singleton
    IdempotencySweep sweep(Pool pool, Clock clock, IdempotencyConfig config) {
        return new IdempotencySweep(pool, clock, config);
    }

    void start(@Observes StartupEvent event, OutboxRelay relay, IdempotencySweep sweep) {
        relay.start();
        sweep.start();
    }

    void stop(@Observes ShutdownEvent event, OutboxRelay relay, IdempotencySweep sweep) {
        sweep.close();
        relay.close();
    }
}
