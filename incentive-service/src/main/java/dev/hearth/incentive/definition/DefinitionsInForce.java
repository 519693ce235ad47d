package dev.hearth.incentive.definition;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is in force, as hot paths meet it. Which revision is in force is read in the transaction that applies it, so
 * that what was saved before an event was sent answers it, whichever replica saved it; what a revision puts in force
 * never changes, so it is kept in memory, in the form that the feature computes with.
 *
 * @param <T> what a definition says
 * @param <C> what the feature makes of all of a community's: compiled rules, sorted tiers
 */
public final class DefinitionsInForce<T extends Record, C> {
    private static final int MAX_KEPT = 10_000;

    private final Definitions<T> definitions;
    private final Function<List<Defined<T>>, C> compile;

    /** Of each community what was last used, the longest unused dropped first. */
    private final Map<String, Compiled<C>> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled<C>> eldest) {
            return size() > MAX_KEPT;
        }
    });

    /** @param compile must not fail on what {@link AmendmentCheck} let in */
    public DefinitionsInForce(Definitions<T> definitions, Function<List<Defined<T>>, C> compile) {
        this.definitions = definitions;
        this.compile = compile;
    }

    private record Compiled<C>(String community, long revision, C made) {}

    /**
     * What is in force in these communities. One where nothing was ever configured is left out.
     *
     * @param client the transaction in which it is applied
     */
    public Uni<Map<String, C>> of(SqlClient client, Collection<String> communities) {
        return Revisions.read(client, communities).chain(revisions -> at(client, revisions));
    }

    /** The same for revisions that were read in this transaction already, by community. */
    public Uni<Map<String, C>> at(SqlClient client, Map<String, Long> revisions) {
        return Multi.createFrom()
                .iterable(revisions.entrySet())
                .onItem()
                .transformToUniAndConcatenate(revision -> compiled(client, revision.getKey(), revision.getValue()))
                .collect()
                .asMap(Compiled::community, Compiled::made);
    }

    private Uni<Compiled<C>> compiled(SqlClient client, String community, long revision) {
        Compiled<C> known = kept.get(community);
        if (known != null && known.revision() == revision) {
            return Uni.createFrom().item(known);
        }
        return definitions
                .inForceAt(client, community, revision)
                .map(found -> new Compiled<>(community, revision, compile.apply(found)))
                .invoke(made -> kept.put(community, made));
    }
}
