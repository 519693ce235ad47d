package dev.hearth.incentive.coupon;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The store of coupon codes. A free one is taken by the redemption itself, in its own statement. */
@ApplicationScoped
public class Coupons {
    /** In one order, so that two batches with the same codes never wait for each other in a ring. */
    private static final String ADD = """
            insert into coupon_code (community, reward, code, added_at)
            select $1, $2, code, $4 from unnest($3::text[]) code order by code on conflict do nothing
            """;
    /** Counts no further than one needs to know. */
    private static final String FREE = """
            select r.reward, (select count(*) from (
                select from coupon_code c where c.community = $1 and c.reward = r.reward and c.redemption is null
                limit $3) counted) as free
            from unnest($2::text[]) as r (reward)
            """;

    private static final String GIVE =
            "update coupon_code set given_at = $3 where community = $1 and redemption = $2 returning code";
    private static final String OF =
            "select redemption, code from coupon_code where redemption = any($1) and given_at is not null";
    private static final String SET_FREE = """
            update coupon_code c set redemption = null
            from (select community, reward, code from coupon_code where redemption = any($1)
                order by community, reward, code for update) taken
            where c.community = taken.community and c.reward = taken.reward and c.code = taken.code
            """;

    /** Adds codes; answers how many were not there before. */
    Uni<Integer> add(
            SqlConnection connection, String community, String reward, Collection<CouponCode> codes, Instant now) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        community,
                        reward,
                        codes.stream().map(CouponCode::text).toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC)))
                .map(added -> added.rowCount());
    }

    /**
     * How many codes of each reward are free, by id.
     *
     * @param most counts up to this
     */
    public Uni<Map<String, Long>> free(SqlClient client, String community, Collection<String> rewards, int most) {
        return client.preparedQuery(FREE)
                .execute(Tuple.of(community, rewards.toArray(String[]::new), most))
                .map(rows -> {
                    Map<String, Long> free = new HashMap<>();
                    rows.forEach(row -> free.put(row.getString("reward"), row.getLong("free")));
                    return free;
                });
    }

    /** Gives the code that was set aside for the redemption, for good. */
    public Uni<String> give(SqlConnection connection, String community, UUID redemption, Instant now) {
        return connection
                .preparedQuery(GIVE)
                .execute(Tuple.of(community, redemption, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getString("code"));
    }

    /** The codes that were given for these redemptions. */
    public Uni<Map<UUID, String>> given(SqlClient client, List<UUID> redemptions) {
        return client.preparedQuery(OF)
                .execute(Tuple.of(redemptions.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> codes = new HashMap<>();
                    rows.forEach(row -> codes.put(row.getUUID("redemption"), row.getString("code")));
                    return codes;
                });
    }

    /** Sets codes free that were set aside and not given. */
    public Uni<Void> setFree(SqlConnection connection, List<UUID> redemptions) {
        return connection
                .preparedQuery(SET_FREE)
                .execute(Tuple.of(redemptions.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
