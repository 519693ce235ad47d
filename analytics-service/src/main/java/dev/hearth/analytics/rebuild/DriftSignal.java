package dev.hearth.analytics.rebuild;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.DirectSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Tells on hearth.signal where what was served was not what the topics say. */
@Singleton
class DriftSignal {
    private static final Logger LOG = Logger.getLogger(DriftSignal.class);
    private static final String SERVICE = "analytics-service";

    private final Events events;
    private final DirectSender sender;
    private final AtomicInteger drifted;

    DriftSignal(Events events, DirectSender sender, MeterRegistry registry) {
        this.events = events;
        this.sender = sender;
        this.drifted = registry.gauge("hearth.rebuild.drifted", new AtomicInteger());
    }

    /** The gauge shows the last comparison only. */
    void begin() {
        drifted.set(0);
    }

    /** Completes when Kafka has an event for each; repeats have the same ids. */
    Uni<Void> tell(Comparison comparison, boolean mended) {
        drifted.addAndGet(comparison.drifts().size());
        comparison
                .drifts()
                .forEach(drift -> LOG.errorf(
                        "drift: community=%s partition=%d served=%s rebuilt=%s mended=%s",
                        drift.community(), drift.partition(), drift.served(), drift.rebuilt(), mended));
        return sender.send(
                comparison.drifts().stream().map(drift -> event(drift, mended)).toList());
    }

    private CloudEvent event(Drift drift, boolean mended) {
        return events.of(drift.id(mended), drift.community(), drift.community(), null, 0, drift.told(SERVICE, mended));
    }
}
