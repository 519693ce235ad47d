package dev.hearth.incentive;

import dev.hearth.incentive.ledger.History;
import dev.hearth.platform.idempotency.Idempotency;
import dev.hearth.platform.idempotency.IdempotencyConfig;
import dev.hearth.platform.idempotency.IdempotencySweep;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.CurrentCaller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what requests that take effect once need into beans of this service. */
@ApplicationScoped
class RequestWiring {
    @Produces
    @Singleton
    Idempotency idempotency(Clock clock, IdempotencyConfig config) {
        return new Idempotency(clock, config);
    }

    @Produces
    @Singleton
    KeyedPost keyedPost(Pool pool, Idempotency idempotency, CurrentCaller caller) {
        return new KeyedPost(pool, idempotency, caller);
    }

    @Produces
    @Singleton
    History history(Pool pool, Clock clock) {
        return new History(pool, clock);
    }

    @Produces
    @Singleton
    IdempotencySweep sweep(Pool pool, Clock clock, IdempotencyConfig config) {
        return new IdempotencySweep(pool, clock, config);
    }

    void start(@Observes StartupEvent event, IdempotencySweep sweep) {
        sweep.start();
    }

    void stop(@Observes ShutdownEvent event, IdempotencySweep sweep) {
        sweep.close();
    }
}
