package dev.hearth.incentive.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one type. A change is a whole document with a status; the same again changes nothing, anything
 * else is the next version and needs {@code If-Match}. Changes of a community follow one another, whatever their type.
 *
 * @param <T> what a definition says
 */
public final class Definitions<T extends Record> {
    private static final int MAX_JSON = 64 * 1024;

    private final DefinitionType<T> type;
    private final DefinitionTable<T> table;
    private final Clock clock;

    public Definitions(DefinitionType<T> type, Clock clock) {
        this.type = type;
        this.table = new DefinitionTable<>(type);
        this.clock = clock;
    }

    /**
     * Makes the definition, or its next version.
     *
     * @param connection an open transaction; the community's revision is locked until it ends
     * @param ifMatch needed where the definition exists and would change
     * @param who the token's subject
     * @param check asked where something would change, before it does
     */
    public Uni<Put<Defined<T>>> put(
            SqlConnection connection,
            DefinitionKey key,
            Wanted<T> wanted,
            IfMatch ifMatch,
            String who,
            AmendmentCheck<T> check) {
        String json = json(wanted.terms());
        Wanted<T> kept = new Wanted<>(read(json), wanted.status());
        return Revisions.lock(connection, key.community())
                .chain(() -> table.last(connection, key))
                .chain(last -> last.filter(before -> isSame(before, kept)).isPresent()
                        ? existing(last.orElseThrow())
                        : amend(connection, new Amendment<>(key, last.orElse(null), kept), ifMatch, who, check, json));
    }

    /** The last version, whatever its status: what a caller reads before changing it. */
    public Uni<Optional<Defined<T>>> find(SqlClient client, DefinitionKey key) {
        return table.last(client, key);
    }

    /** The last version; fails with the type's problem if there is none. */
    public Uni<Defined<T>> get(SqlClient client, DefinitionKey key) {
        return find(client, key).map(found -> found.orElseThrow(() -> unknown(key)));
    }

    /** That version, if there is one. */
    public Uni<Optional<Defined<T>>> version(SqlClient client, DefinitionKey key, int version) {
        return table.version(client, key, version);
    }

    /** The version in force, if one is. */
    public Uni<Optional<Defined<T>>> inForce(SqlClient client, DefinitionKey key) {
        return table.inForce(client, key);
    }

    /** All versions in force, by id. */
    public Uni<List<Defined<T>>> inForce(SqlClient client, String community) {
        return inForceAt(client, community, Long.MAX_VALUE);
    }

    /** All versions that were in force after that change, by id. */
    public Uni<List<Defined<T>>> inForceAt(SqlClient client, String community, long revision) {
        return table.inForce(client, community, revision, "", type.most());
    }

    /** The versions in force, by id, a page. */
    public Uni<Page<Defined<T>>> pageInForce(SqlClient client, String community, Paging paging) {
        int limit = paging.limit();
        return table.inForce(client, community, Long.MAX_VALUE, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, Defined::id));
    }

    /** The last versions, whatever their status, by id, a page. */
    public Uni<Page<Defined<T>>> page(SqlClient client, String community, Paging paging) {
        int limit = paging.limit();
        return table.lasts(client, community, paging.after(), limit + 1).map(rows -> Page.of(rows, limit, Defined::id));
    }

    /** All versions of one, newest first, a page; fails with the type's problem if there is none. */
    public Uni<Page<Defined<T>>> versions(SqlClient client, DefinitionKey key, Paging paging) {
        int limit = paging.limit();
        int before = VersionCursor.before(paging.after());
        return get(client, key)
                .chain(known -> table.versions(client, key, before, limit + 1))
                .map(rows -> Page.of(rows, limit, version -> Long.toString(version.version())));
    }

    /** The last versions of one, newest first, drafts among them; none if there is none. */
    public Uni<List<Defined<T>>> history(SqlClient client, DefinitionKey key, int most) {
        return table.versions(client, key, Integer.MAX_VALUE, most);
    }

    private Uni<Put<Defined<T>>> amend(
            SqlConnection connection,
            Amendment<T> amendment,
            IfMatch ifMatch,
            String who,
            AmendmentCheck<T> check,
            String json) {
        Defined<T> before = amendment.before();
        if (before != null) {
            requireChangeable(before);
            ifMatch.require(before.version());
        }
        String community = amendment.key().community();
        return room(connection, amendment)
                .chain(() -> check.check(connection, amendment))
                .chain(() -> Revisions.turn(connection, community))
                .chain(revision -> table.add(connection, community, next(amendment, revision, who), json))
                .map(made -> before == null ? new Put.Created<>(made) : new Put.Existing<>(made));
    }

    private Defined<T> next(Amendment<T> amendment, long revision, String who) {
        Defined<T> before = amendment.before();
        return new Defined<>(
                amendment.key().id(),
                before == null ? 1 : before.version() + 1,
                revision,
                amendment.wanted().status(),
                amendment.wanted().terms(),
                clock.instant(),
                who);
    }

    private Uni<Void> room(SqlConnection connection, Amendment<T> amendment) {
        if (amendment.before() != null) {
            return Uni.createFrom().voidItem();
        }
        return table.count(connection, amendment.key().community())
                .invoke(count -> {
                    if (count >= type.most()) {
                        throw new ProblemException(
                                DefinitionProblem.TOO_MANY_DEFINITIONS,
                                "a community has at most " + type.most() + " of type " + type.name()
                                        + "; change or retire one it has");
                    }
                })
                .replaceWithVoid();
    }

    private void requireChangeable(Defined<T> before) {
        if (before.status() == DefinitionStatus.RETIRED) {
            throw new ProblemException(
                    DefinitionProblem.DEFINITION_RETIRED,
                    "the " + type.name() + " " + before.id() + " is retired since " + before.changedAt()
                            + "; make one with another id");
        }
    }

    private ProblemException unknown(DefinitionKey key) {
        return new ProblemException(
                type.unknown(), "the community has no " + type.name() + " " + key.id() + "; PUT it first");
    }

    private static String json(Record terms) {
        byte[] json = ContractJson.write(terms);
        if (json.length > MAX_JSON) {
            throw new ProblemException(
                    DefinitionProblem.DEFINITION_TOO_LARGE,
                    "it has " + json.length + " bytes, must have at most " + MAX_JSON);
        }
        return new String(json, UTF_8);
    }

    /** As it will be read again, so that the same compares equal however it was written. */
    private T read(String json) {
        return ContractJson.readStrictly(json.getBytes(UTF_8), type.terms());
    }

    private static <T extends Record> boolean isSame(@Nullable Defined<T> before, Wanted<T> wanted) {
        return before != null
                && before.status() == wanted.status()
                && before.terms().equals(wanted.terms());
    }

    private static <T extends Record> Uni<Put<Defined<T>>> existing(Defined<T> same) {
        return Uni.createFrom().item(new Put.Existing<>(same));
    }
}
