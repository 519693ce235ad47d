package dev.hearth.platform.idempotency;

import dev.hearth.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs a request once per key, in one transaction with its effect: a lock stands for the request while it runs, its
 * answer is stored beside what it did, and a repeat gets the stored answer. If the effect fails, nothing is stored and
 * a repeat tries anew.
 */
public final class Idempotency {
    private static final String LOCK = "select pg_try_advisory_xact_lock(:lock)";
    private static final String FIND = """
            select request_hash, status, location, body from idempotency
            where caller = :caller and route = :route and key = :key and expires_at > :now
            """;
    /** An answer past its time that no sweep has met yet makes room. */
    private static final String STORE = """
            insert into idempotency (caller, route, key, request_hash, status, location, body, expires_at)
            values (:caller, :route, :key, :hash, :status,
                    nullif(cast(:location as text), ''), nullif(cast(:body as text), ''), :expires)
            on conflict (caller, route, key) do update
            set request_hash = excluded.request_hash, status = excluded.status, location = excluded.location,
                body = excluded.body, expires_at = excluded.expires_at
            where idempotency.expires_at <= :now
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
        return lock(session, request)
                .chain(() -> find(session, request))
                .chain(found -> found.isEmpty()
                        ? effect.get().call(answer -> store(session, request, answer))
                        : Uni.createFrom().item(() -> replay(request, found.getFirst())));
    }

    private Uni<Void> lock(Mutiny.Session session, KeyedRequest request) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .setParameter("lock", request.lock())
                .getSingleResult()
                .invoke(locked -> {
                    if (!locked) {
                        throw new ProblemException(
                                IdempotencyProblem.REQUEST_STILL_RUNNING,
                                "wait for its answer, then repeat it if need be");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<Object[]>> find(Mutiny.Session session, KeyedRequest request) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter("caller", request.caller())
                .setParameter("route", request.route())
                .setParameter("key", request.key())
                .setParameter("now", now())
                .getResultList();
    }

    private static Answer replay(KeyedRequest request, Object[] stored) {
        if (!request.hash().equals(stored[0])) {
            throw new ProblemException(
                    IdempotencyProblem.IDEMPOTENCY_KEY_REUSED,
                    "the key came with another body before; send a new key with a new request");
        }
        return new Answer((int) stored[1], (String) stored[2], (String) stored[3], true);
    }

    private Uni<Void> store(Mutiny.Session session, KeyedRequest request, Answer answer) {
        OffsetDateTime now = now();
        return session.createNativeQuery(STORE)
                .setParameter("caller", request.caller())
                .setParameter("route", request.route())
                .setParameter("key", request.key())
                .setParameter("hash", request.hash())
                .setParameter("status", answer.status())
                .setParameter("location", answer.location() == null ? "" : answer.location())
                .setParameter("body", answer.body() == null ? "" : answer.body())
                .setParameter("expires", now.plus(config.keep()))
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
