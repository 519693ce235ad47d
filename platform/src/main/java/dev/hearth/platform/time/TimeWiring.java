package dev.hearth.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Gives every service the real clock, in microseconds: what a database keeps, so that what was written reads the same.
 * A test produces its own.
 */
@ApplicationScoped
class TimeWiring {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
    }

    @Produces
    @Singleton
    @DefaultBean
    Uuid7 uuid7(Clock clock) {
        return new Uuid7(clock);
    }
}
