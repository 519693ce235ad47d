package dev.hearth.incentive.compensation;

import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.earning.Attendant;
import dev.hearth.incentive.earning.Deed;
import dev.hearth.incentive.earning.Movement;
import dev.hearth.platform.event.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers what members of communities with compensations do. Others cost one look-up a batch. */
@ApplicationScoped
class Observing implements Attendant {
    private static final String ENGAGEMENT = Topics.ENGAGEMENT + "/";

    private final Observations observations;

    Observing(Observations observations) {
        this.observations = observations;
    }

    @Override
    public Uni<Movement> attend(SqlConnection connection, List<Deed> deeds) {
        // What happens to a member, such as joining, is no activity of its own.
        List<Deed> acts = deeds.stream()
                .filter(deed -> deed.position().startsWith(ENGAGEMENT))
                .toList();
        if (acts.isEmpty()) {
            return Uni.createFrom().item(Movement.NONE);
        }
        Set<String> communities =
                acts.stream().map(deed -> deed.occurrence().community()).collect(Collectors.toSet());
        return observations
                .observed(connection, communities)
                .map(observed -> acts.stream()
                        .map(Deed::occurrence)
                        .filter(act -> observed.contains(act.community()))
                        .map(Observing::observation)
                        .toList())
                .call(seen -> observations.addDays(connection, seen))
                .call(seen -> observations.addValues(connection, seen))
                .replaceWith(Movement.NONE);
    }

    private static Observation observation(Occurrence act) {
        return new Observation(act.community(), act.member(), act.localDate(), act.event(), act.kind(), act.value());
    }
}
