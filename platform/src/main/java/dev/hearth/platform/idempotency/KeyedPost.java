package dev.hearth.platform.idempotency;

import dev.hearth.platform.identity.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;

/**
 * Answers a POST that must take effect once: opens the transaction, runs the effect in it unless the key was answered
 * before, and stores the answer in it. Needs a key.
 */
public final class KeyedPost {
    private final Pool pool;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    public KeyedPost(Pool pool, Idempotency idempotency, CurrentCaller caller) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * Runs {@code effect} once.
     *
     * @param body what the request says: the same key with another body is refused
     * @param effect works on the transaction's connection only; if it fails, nothing of it stays and the key is free
     */
    public Uni<Response> once(
            IdempotencyKey key, Record body, UriInfo uri, Function<SqlConnection, Uni<Answer>> effect) {
        String route = "POST " + uri.getPath();
        KeyedRequest request = KeyedRequest.of(caller.get().subject(), route, key.value(), body);
        return pool.withTransaction(connection -> idempotency.once(connection, request, () -> effect.apply(connection)))
                .map(AnswerResponse::of);
    }
}
