package dev.hearth.incentive.definition;

import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * The use case behind a feature's PUT, GET, list and versions: each call a transaction of its own.
 *
 * @param <T> what a definition says
 */
public final class Defining<T extends Record> {
    private final Definitions<T> definitions;
    private final AmendmentCheck<T> check;
    private final Pool pool;

    public Defining(Definitions<T> definitions, AmendmentCheck<T> check, Pool pool) {
        this.definitions = definitions;
        this.check = check;
        this.pool = pool;
    }

    /** See {@link Definitions#put}. */
    public Uni<Put<Defined<T>>> put(DefinitionKey key, Wanted<T> wanted, IfMatch ifMatch, String who) {
        return pool.withTransaction(connection -> definitions.put(connection, key, wanted, ifMatch, who, check));
    }

    /** The last version, whatever its status. */
    public Uni<Defined<T>> get(DefinitionKey key) {
        return definitions.get(pool, key);
    }

    /** The last versions, whatever their status, by id. */
    public Uni<Page<Defined<T>>> page(String community, Paging paging) {
        return definitions.page(pool, community, paging);
    }

    /** What is in force, by id: all that a member may see. */
    public Uni<Page<Defined<T>>> pageInForce(String community, Paging paging) {
        return definitions.pageInForce(pool, community, paging);
    }

    /** All versions, newest first. */
    public Uni<Page<Defined<T>>> versions(DefinitionKey key, Paging paging) {
        return definitions.versions(pool, key, paging);
    }
}
