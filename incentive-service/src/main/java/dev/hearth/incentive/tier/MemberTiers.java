package dev.hearth.incentive.tier;

import dev.hearth.contract.incentive.TierChangeReason;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.standing.Glance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The store of where members stand. Rows are written under the lock of their holder only, so they need none. */
@ApplicationScoped
class MemberTiers {
    private static final String OF = "select t.* from unnest($1::text[], $2::text[]) as h (community, member)"
            + " join member_tier t on t.community = h.community and t.member = h.member";
    private static final String SAVE = """
            insert into member_tier (community, member, version, scheme_version, tier, level, since, reason,
                seen_on, seen_until, peak, rise_at, review_on, due_at,
                override_tier, override_until, override_reason, override_by, override_at)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::text[], $6::smallint[], $7::date[],
                $8::text[], $9::date[], $10::date[], $11::bigint[], $12::bigint[], $13::date[], $14::timestamptz[],
                $15::text[], $16::timestamptz[], $17::text[], $18::text[], $19::timestamptz[])
            on conflict (community, member) do update set
                version = excluded.version, scheme_version = excluded.scheme_version, tier = excluded.tier,
                level = excluded.level, since = excluded.since, reason = excluded.reason, seen_on = excluded.seen_on,
                seen_until = excluded.seen_until, peak = excluded.peak, rise_at = excluded.rise_at,
                review_on = excluded.review_on, due_at = excluded.due_at, override_tier = excluded.override_tier,
                override_until = excluded.override_until, override_reason = excluded.override_reason,
                override_by = excluded.override_by, override_at = excluded.override_at
            """;
    private static final String RAISE = """
            update member_tier t set peak = s.peak
            from unnest($1::text[], $2::text[], $3::bigint[]) as s (community, member, peak)
            where t.community = s.community and t.member = s.member
            """;
    private static final String DUE =
            "select community, member from member_tier where due_at <= $1 order by due_at, community, member limit $2";
    private static final String COUNT_DUE =
            "select count(*) from (select 1 from member_tier where due_at <= $1 limit 10000) d";
    private static final String PAGE = "select * from member_tier where community = $1 and tier = $2 and member > $3"
            + " order by member limit $4";

    /** Where these stand; who was never looked at is left out. */
    Uni<Map<Holder, MemberTier>> of(SqlClient client, Collection<Holder> holders) {
        if (holders.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(OF)
                .execute(Tuple.of(
                        holders.stream().map(Holder::community).toArray(String[]::new),
                        holders.stream().map(Holder::member).toArray(String[]::new)))
                .map(rows -> {
                    Map<Holder, MemberTier> found = HashMap.newHashMap(rows.size());
                    rows.forEach(row -> {
                        MemberTier tier = tier(row);
                        found.put(tier.holder(), tier);
                    });
                    return found;
                });
    }

    Uni<Void> save(SqlClient connection, List<MemberTier> tiers) {
        return tiers.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(SAVE).execute(columns(tiers)).replaceWithVoid();
    }

    /** Keeps what points did that moved nothing. */
    Uni<Void> raise(SqlClient connection, List<MemberTier> tiers) {
        if (tiers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(RAISE)
                .execute(Tuple.of(
                        texts(tiers, tier -> tier.holder().community()),
                        texts(tiers, tier -> tier.holder().member()),
                        tiers.stream().map(tier -> tier.glance().peak()).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** Who has to be looked at again, the longest overdue first. */
    Uni<List<Holder>> due(SqlClient client, Instant now, int limit) {
        return client.preparedQuery(DUE).execute(Tuple.of(utc(now), limit)).map(rows -> {
            List<Holder> due = new ArrayList<>(rows.size());
            rows.forEach(row -> due.add(new Holder(row.getString(0), row.getString(1))));
            return due;
        });
    }

    /** How many are due, counted to ten thousand. */
    Uni<Long> countDue(SqlClient client, Instant now) {
        return client.preparedQuery(COUNT_DUE)
                .execute(Tuple.of(utc(now)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Who has that tier, by member. */
    Uni<List<MemberTier>> page(SqlClient client, String community, String tier, String after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(community, tier, after, limit))
                .map(rows -> {
                    List<MemberTier> page = new ArrayList<>(rows.size());
                    rows.forEach(row -> page.add(tier(row)));
                    return page;
                });
    }

    private static Tuple columns(List<MemberTier> tiers) {
        return Tuple.tuple()
                .addArrayOfString(texts(tiers, tier -> tier.holder().community()))
                .addArrayOfString(texts(tiers, tier -> tier.holder().member()))
                .addArrayOfLong(tiers.stream().map(MemberTier::version).toArray(Long[]::new))
                .addArrayOfInteger(tiers.stream().map(MemberTier::schemeVersion).toArray(Integer[]::new))
                .addArrayOfString(texts(tiers, MemberTier::tier))
                .addArrayOfShort(
                        tiers.stream().map(tier -> (short) tier.level()).toArray(Short[]::new))
                .addArrayOfLocalDate(dates(tiers, MemberTier::since))
                .addArrayOfString(texts(tiers, tier -> tier.reason().name()))
                .addArrayOfLocalDate(dates(tiers, tier -> tier.glance().from()))
                .addArrayOfLocalDate(dates(tiers, tier -> tier.glance().until()))
                .addArrayOfLong(tiers.stream().map(tier -> tier.glance().peak()).toArray(Long[]::new))
                .addArrayOfLong(
                        tiers.stream().map(tier -> tier.glance().limit()).toArray(Long[]::new))
                .addArrayOfLocalDate(dates(tiers, tier -> tier.glance().review()))
                .addArrayOfOffsetDateTime(times(tiers, MemberTier::dueAt))
                .addArrayOfString(texts(tiers, tier -> of(tier, Pin::tier)))
                .addArrayOfOffsetDateTime(times(tiers, tier -> of(tier, Pin::until)))
                .addArrayOfString(texts(tiers, tier -> of(tier, Pin::reason)))
                .addArrayOfString(texts(tiers, tier -> of(tier, Pin::by)))
                .addArrayOfOffsetDateTime(times(tiers, tier -> of(tier, Pin::at)));
    }

    private static <T> @Nullable T of(MemberTier tier, Function<Pin, T> part) {
        Pin pin = tier.pin();
        return pin == null ? null : part.apply(pin);
    }

    private static @Nullable String[] texts(List<MemberTier> tiers, Function<MemberTier, @Nullable String> column) {
        return tiers.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable LocalDate[] dates(
            List<MemberTier> tiers, Function<MemberTier, @Nullable LocalDate> column) {
        return tiers.stream().map(column).toArray(LocalDate[]::new);
    }

    private static @Nullable OffsetDateTime[] times(
            List<MemberTier> tiers, Function<MemberTier, @Nullable Instant> column) {
        return tiers.stream()
                .map(tier -> Optional.ofNullable(column.apply(tier))
                        .map(MemberTiers::utc)
                        .orElse(null))
                .toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static MemberTier tier(Row row) {
        return new MemberTier(
                new Holder(row.getString("community"), row.getString("member")),
                row.getLong("version"),
                row.getInteger("scheme_version"),
                row.getString("tier"),
                row.getInteger("level"),
                row.getLocalDate("since"),
                TierChangeReason.valueOf(row.getString("reason")),
                new Glance(
                        row.getLocalDate("seen_on"),
                        row.getLocalDate("seen_until"),
                        row.getLong("peak"),
                        row.getLong("rise_at"),
                        row.getLocalDate("review_on")),
                instant(row, "due_at"),
                pin(row));
    }

    private static @Nullable Pin pin(Row row) {
        Instant until = instant(row, "override_until");
        Instant at = instant(row, "override_at");
        return until == null || at == null
                ? null
                : new Pin(
                        row.getString("override_tier"),
                        until,
                        row.getString("override_reason"),
                        row.getString("override_by"),
                        at);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
