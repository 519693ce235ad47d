package dev.hearth.incentive.kind;

import dev.hearth.contract.engagement.EventKindState;
import dev.hearth.contract.engagement.StandardEventKind;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.state.Arrival;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The kinds of event that there are: the standard ones, those that communities declared at engagement-service, and the
 * facts that member-service and signals tell.
 */
public final class EventKinds implements HealthCheck, AutoCloseable {
    private static final String TYPE =
            CloudEvent.contractOf(EventKindState.class).type();

    private final StateTable<String, Boolean> declared;

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    public EventKinds(Map<String, Object> kafka) {
        declared = new StateTable<>(Topics.COMMUNITY_STATE, kafka, new KindReader());
    }

    public void start() {
        declared.start();
    }

    /** Whether the community has events of that kind, as far as is known here. */
    boolean has(String community, String kind) {
        return StandardEventKind.find(kind) != null
                || FactKinds.has(kind)
                || declared.find(Topics.kindKey(community, kind)).isPresent();
    }

    /**
     * Fails with 422, naming each that there is not, and with 503 while not all are read yet. A kind that was declared
     * a moment ago is waited for.
     */
    public Uni<Void> require(String community, List<NamedKind> named) {
        return unknown(community, named).isEmpty()
                ? Uni.createFrom().voidItem()
                : Arrival.of(() -> refuse(community, unknown(community, named)));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kinds")
                .status(declared.isReady())
                .withData("states", declared.size())
                .build();
    }

    @Override
    public void close() {
        declared.close();
    }

    private List<NamedKind> unknown(String community, List<NamedKind> named) {
        return named.stream().filter(one -> !has(community, one.kind())).toList();
    }

    private void refuse(String community, List<NamedKind> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        if (!declared.isReady()) {
            throw new ProblemException(
                    RequestProblem.UNAVAILABLE,
                    "the kinds of events are still being read; try again",
                    List.of(),
                    Duration.ofSeconds(1));
        }
        throw new ProblemException(
                KindProblem.KIND_NOT_KNOWN,
                unknown.size() + " of the kinds of events named are not known",
                unknown.stream().map(one -> fault(community, one)).toList());
    }

    private static FieldError fault(String community, NamedKind named) {
        return new FieldError(
                named.pointer(),
                "is " + named.kind() + ", which is neither a standard kind nor declared; declare it first: PUT"
                        + " /communities/" + community + "/event-kinds/" + named.kind() + " at engagement-service");
    }

    private static final class KindReader implements StateReader<String, Boolean> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals(TYPE);
        }

        /** That it is declared is all that matters: its key says which. */
        @Override
        public Boolean value(CloudEvent event) {
            return true;
        }
    }
}
