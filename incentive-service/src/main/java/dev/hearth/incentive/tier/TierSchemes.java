package dev.hearth.incentive.tier;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.definition.Revisions;
import dev.hearth.incentive.standing.Scheme;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemes of communities, as credits meet them: a revision's versions never change, so they are kept in memory. */
@ApplicationScoped
class TierSchemes {
    /** The only one of a community. */
    static final String ID = "tiers";

    private static final DefinitionType<Scheme> TYPE =
            new DefinitionType<>("tier-scheme", Scheme.class, TierProblem.NO_TIER_SCHEME, 1);
    private static final int MAX_KEPT = 10_000;
    private static final int MAX_VERSIONS = 200;

    private final Definitions<Scheme> definitions;
    private final LocalDays days;

    private final Map<String, Known> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_KEPT;
        }
    });

    TierSchemes(Clock clock, LocalDays days) {
        this.definitions = new Definitions<>(TYPE, clock);
        this.days = days;
    }

    private record Known(String community, long revision, Optional<Eras> eras) {}

    static DefinitionKey key(String community) {
        return new DefinitionKey(community, ID);
    }

    Definitions<Scheme> definitions() {
        return definitions;
    }

    /** The schemes of these communities; one that never had any is left out. */
    Uni<Map<String, Eras>> of(SqlClient client, Collection<String> communities) {
        return Revisions.read(client, communities)
                .chain(revisions -> Multi.createFrom()
                        .iterable(revisions.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(revision -> known(client, revision.getKey(), revision.getValue()))
                        .filter(known -> known.eras().isPresent())
                        .collect()
                        .asMap(Known::community, known -> known.eras().orElseThrow()));
    }

    private Uni<Known> known(SqlClient client, String community, long revision) {
        Known before = kept.get(community);
        if (before != null && before.revision() == revision) {
            return Uni.createFrom().item(before);
        }
        return definitions
                .history(client, key(community), MAX_VERSIONS)
                .map(newestFirst -> new Known(community, revision, eras(community, newestFirst)))
                .invoke(read -> kept.put(community, read));
    }

    private Optional<Eras> eras(String community, List<Defined<Scheme>> newestFirst) {
        List<Defined<Scheme>> versions = newestFirst.reversed().stream()
                .filter(version -> version.status() != DefinitionStatus.DRAFT)
                .toList();
        return versions.isEmpty() ? Optional.empty() : Optional.of(Eras.of(versions, days.zone(community)));
    }
}
