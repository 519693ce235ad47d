package dev.hearth.platform.idempotency;

import dev.hearth.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs a request once per key, in one transaction with its effect: a lock stands for the request while it runs, its
 * answer is stored beside what it did, and a repeat gets the stored answer. If the effect fails, nothing is stored and
 * a repeat tries anew.
 */
public final class Idempotency {
    private static final String LOCK = "select pg_try_advisory_xact_lock($1) as locked, 1 as one";
    private static final String FIND = """
            select request_hash, status, location, body from idempotency
            where caller = $1 and route = $2 and key = $3 and expires_at > $4
            """;
    /** An answer past its time that no sweep has met yet makes room. */
    private static final String STORE = """
            insert into idempotency (caller, route, key, request_hash, status, location, body, expires_at)
            values ($1, $2, $3, $4, $5, nullif(cast($6 as text), ''), nullif(cast($7 as text), ''), $8)
            on conflict (caller, route, key) do update
            set request_hash = excluded.request_hash, status = excluded.status, location = excluded.location,
                body = excluded.body, expires_at = excluded.expires_at
            where idempotency.expires_at <= $9
            """;

    private final Clock clock;
    private final IdempotencyConfig config;

    public Idempotency(Clock clock, IdempotencyConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /**
     * Runs {@code effect} in a Panache transaction, which use cases inside it join: see {@link #once(Mutiny.Session,
     * KeyedRequest, Supplier)}.
     */
    public Uni<Answer> once(KeyedRequest request, Supplier<Uni<Answer>> effect) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> once(session, request, effect)));
    }

    /**
     * Runs {@code effect} in the session's transaction unless the request was answered before. Fails with a problem:
     * 409 while the same request still runs, 422 if the key was used for another one.
     */
    public Uni<Answer> once(Mutiny.Session session, KeyedRequest request, Supplier<Uni<Answer>> effect) {
        return once(new SessionStatements(session), request, effect);
    }

    /** The same in the transaction that is open on {@code connection}, which the effect must use. */
    public Uni<Answer> once(SqlConnection connection, KeyedRequest request, Supplier<Uni<Answer>> effect) {
        return once(new ConnectionStatements(connection), request, effect);
    }

    private Uni<Answer> once(Statements transaction, KeyedRequest request, Supplier<Uni<Answer>> effect) {
        return lock(transaction, request)
                .chain(() -> transaction.select(FIND, request.caller(), request.route(), request.key(), now()))
                .chain(found -> found.isEmpty()
                        ? effect.get().call(answer -> store(transaction, request, answer))
                        : Uni.createFrom().item(() -> replay(request, found)));
    }

    private static Uni<Void> lock(Statements transaction, KeyedRequest request) {
        return transaction
                .select(LOCK, request.lock())
                .invoke(rows -> {
                    if (!Boolean.TRUE.equals(rows.getFirst()[0])) {
                        throw new ProblemException(
                                IdempotencyProblem.REQUEST_STILL_RUNNING,
                                "wait for its answer, then repeat it if need be");
                    }
                })
                .replaceWithVoid();
    }

    private static Answer replay(KeyedRequest request, List<Object[]> found) {
        Object[] stored = found.getFirst();
        if (!request.hash().equals(stored[0])) {
            throw new ProblemException(
                    IdempotencyProblem.IDEMPOTENCY_KEY_REUSED,
                    "the key came with another body before; send a new key with a new request");
        }
        int status = (int) stored[1];
        return new Answer(status, (String) stored[2], (String) stored[3], true);
    }

    private Uni<Void> store(Statements transaction, KeyedRequest request, Answer answer) {
        OffsetDateTime now = now();
        return transaction.execute(
                STORE,
                request.caller(),
                request.route(),
                request.key(),
                request.hash(),
                answer.status(),
                Objects.requireNonNullElse(answer.location(), ""),
                Objects.requireNonNullElse(answer.body(), ""),
                now.plus(config.keep()),
                now);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
