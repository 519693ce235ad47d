package dev.hearth.engagement;

import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.outbox.OutboxConfig;
import dev.hearth.platform.outbox.OutboxRelay;
import dev.hearth.platform.outbox.RelayMeters;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Puts the parts together that are not this service's own. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    Communities communities(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new Communities(kafka);
    }

    /** Where each member stands, by {@link Topics#memberKey}. */
    @Produces
    @Singleton
    StateTable<String, MemberStatus> memberStatuses(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new StateTable<>(Topics.MEMBER_STATE, kafka, new StatusReader());
    }

    @Produces
    @Singleton
    Events events(Clock clock) {
        return new Events("engagement-service", clock);
    }

    /** Shown, but no matter of readiness: events go on without the database. */
    @Produces
    @Singleton
    @Wellness
    RelayMeters relayMeters(MeterRegistry registry) {
        return new RelayMeters(registry);
    }

    @Produces
    @Singleton
    OutboxRelay relay(Vertx vertx, Config config, OutboxConfig outbox, @Wellness RelayMeters meters) {
        return OutboxRelay.of(vertx, config, outbox, meters);
    }

    @Produces
    @Singleton
    Outbox outbox(OutboxRelay relay) {
        return new Outbox(relay::expect);
    }

    void start(
            @Observes StartupEvent event,
            Communities communities,
            StateTable<String, MemberStatus> memberStatuses,
            OutboxRelay relay) {
        communities.start();
        memberStatuses.start();
        relay.start();
    }

    void stop(@Disposes OutboxRelay relay) {
        relay.close();
    }

    void stop(@Disposes Communities communities) {
        communities.close();
    }

    void stop(@Disposes StateTable<String, MemberStatus> memberStatuses) {
        memberStatuses.close();
    }

    private static final class StatusReader implements StateReader<String, MemberStatus> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals(CloudEvent.contractOf(MemberState.class).type());
        }

        @Override
        public @Nullable MemberStatus value(CloudEvent event) {
            byte[] data = event.data();
            return data == null
                    ? null
                    : ContractJson.read(data, MemberState.class).status();
        }
    }
}
