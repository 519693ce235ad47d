package dev.hearth.incentive.redemption;

import static dev.hearth.incentive.redemption.RedemptionColumns.utc;

import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.reward.LimitWindow;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The store where redemptions begin: counts the member's, takes one of the stock and writes the redemption down, in one
 * statement, so that a redemption costs few round trips. The member is locked: nobody else counts the same meanwhile.
 */
@ApplicationScoped
class Purchases {
    /**
     * A slot, or a code, that others have locked is passed over, so many who redeem at once take different ones and
     * nobody waits for a row. (A row that turned out empty stays locked: whoever waited for the next one then could
     * wait in a ring.) Where nothing is found, {@code still} tells that something is there which others have locked.
     *
     * <p>Every window of a limit has begun by today; where there is none, {@code $24} is never, and the table is not
     * looked at: a plan made while it was small would read all of it.
     */
    private static final String TAKE = """
            with used as (
                select count(*) filter (where local_date >= $21) as day, count(*) filter (where local_date >= $22) as week,
                    count(*) filter (where local_date >= $23) as month, count(*) as total
                from redemption
                where $24::date <= $21::date and community = $1 and member = $3 and reward = $4 and local_date >= $24
                    and state in ('RESERVED', 'CONFIRMED', 'FULFILLED')),
            found_slot as (
                select slot from reward_stock
                where $25::boolean and community = $1 and reward = $4 and remaining > 0
                order by (slot + $27::int) % 16 limit 1 for update skip locked),
            taken as (
                update reward_stock s set remaining = s.remaining - 1 from found_slot f
                where s.community = $1 and s.reward = $4 and s.slot = f.slot
                returning s.slot),
            found_code as (
                select code from coupon_code
                where $26::boolean and community = $1 and reward = $4 and redemption is null
                order by code limit 1 for update skip locked),
            given as (
                update coupon_code c set redemption = $2, given_at = $19 from found_code f
                where c.community = $1 and c.reward = $4 and c.code = f.code
                returning c.code),
            made as (
                insert into redemption (community, redemption, member, reward, reward_version, type, currency, price,
                    lot_expiries, lot_points, partner, cost_minor, cost_currency, local_date, state, made_at,
                    reserved_until, confirmed_at, fulfilled_at, refundable_until, slot)
                select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                    (select slot from taken)
                where (not $25::boolean or exists (select from taken))
                    and (not $26::boolean or exists (select from given))
                returning 1)
            select used.day, used.week, used.month, used.total, (select slot from taken) as slot,
                (select code from given) as code, exists (select from made) as made,
                case when exists (select from made) then false
                    when $25::boolean then exists (
                        select from reward_stock where community = $1 and reward = $4 and remaining > 0)
                    when $26::boolean then exists (
                        select from coupon_code where community = $1 and reward = $4 and redemption is null)
                    else false end as still
            from used
            """;

    private static final int MAX_ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * What came of it.
     *
     * @param used how often the member had redeemed the reward, by window; all zero where there are no limits
     * @param slot where one of the stock was taken, if it is counted
     * @param code the code of a coupon
     * @param made whether it is written down: there was stock
     * @param still whether there was more than was found: others have locked it
     */
    record Taken(
            Map<LimitWindow, Long> used,
            @Nullable Integer slot,
            @Nullable String code,
            boolean made,
            boolean still) {}

    /**
     * Takes what is there and writes the redemption down; nothing is written where nothing is left. While all that is
     * left is locked it looks again and again, for a second: whoever has it may yet give it back.
     */
    Uni<Taken> take(SqlConnection connection, Redemption redemption, Reward reward) {
        return take(connection, values(redemption, reward), 1);
    }

    private static Uni<Taken> take(SqlConnection connection, Tuple values, int attempt) {
        return run(connection, values).chain(taken -> {
            if (taken.made() || !taken.still()) {
                return Uni.createFrom().item(taken);
            }
            if (attempt == MAX_ATTEMPTS) {
                throw new ProblemException(
                        RequestProblem.UNAVAILABLE,
                        "others are about to take what is left; try again",
                        List.of(),
                        Duration.ofSeconds(1));
            }
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(PAUSE)
                    .chain(() -> take(connection, values, attempt + 1));
        });
    }

    private static Uni<Taken> run(SqlConnection connection, Tuple values) {
        return connection
                .preparedQuery(TAKE)
                .execute(values)
                .map(rows -> taken(rows.iterator().next()));
    }

    private static Taken taken(Row row) {
        Map<LimitWindow, Long> used = new EnumMap<>(LimitWindow.class);
        used.put(LimitWindow.DAY, row.getLong("day"));
        used.put(LimitWindow.WEEK, row.getLong("week"));
        used.put(LimitWindow.MONTH, row.getLong("month"));
        used.put(LimitWindow.TOTAL, row.getLong("total"));
        Short slot = row.getShort("slot");
        return new Taken(
                used,
                slot == null ? null : slot.intValue(),
                row.getString("code"),
                row.getBoolean("made"),
                row.getBoolean("still"));
    }

    private static Tuple values(Redemption redemption, Reward reward) {
        Bargain bargain = redemption.bargain();
        Tuple values = Tuple.tuple()
                .addString(redemption.holder().community())
                .addUUID(redemption.id())
                .addString(redemption.holder().member())
                .addString(bargain.reward())
                .addInteger(bargain.version())
                .addString(bargain.type().name())
                .addString(bargain.currency())
                .addLong(bargain.price())
                .addArrayOfOffsetDateTime(expiries(redemption))
                .addArrayOfLong(redemption.lots().stream().map(Lot::points).toArray(Long[]::new))
                .addString(bargain.partner())
                .addLong(bargain.cost() == null ? null : bargain.cost().minorUnits())
                .addString(bargain.cost() == null ? null : bargain.cost().currency());
        addTimes(values, redemption);
        addLimits(values, redemption, reward);
        return values.addBoolean(reward.terms().countsStock())
                .addBoolean(reward.terms().type() == RewardType.COUPON)
                .addInteger(spread(redemption.id()));
    }

    private static void addTimes(Tuple values, Redemption redemption) {
        Redemption.Times times = redemption.times();
        var _ = values.addLocalDate(redemption.day())
                .addString(redemption.stage().state().name())
                .addOffsetDateTime(utc(redemption.madeAt()))
                .addOffsetDateTime(utc(times.reservedUntil()))
                .addOffsetDateTime(utc(times.confirmedAt()))
                .addOffsetDateTime(utc(times.fulfilledAt()))
                .addOffsetDateTime(utc(times.refundableUntil()));
    }

    /** Without limits no redemption is looked at. */
    private static void addLimits(Tuple values, Redemption redemption, Reward reward) {
        LocalDate day = redemption.day();
        LocalDate since = reward.terms().limits().stream()
                .map(limit -> limit.window().start(day))
                .min(Comparator.naturalOrder())
                .orElse(NEVER);
        var _ = values.addLocalDate(LimitWindow.DAY.start(day))
                .addLocalDate(LimitWindow.WEEK.start(day))
                .addLocalDate(LimitWindow.MONTH.start(day))
                .addLocalDate(since);
    }

    /** Where to look for a slot first: drawn, as ids are. */
    private static int spread(UUID id) {
        return (int) (id.getLeastSignificantBits() & 0xf);
    }

    private static OffsetDateTime[] expiries(Redemption redemption) {
        return redemption.lots().stream().map(lot -> utc(lot.expiresAt())).toArray(OffsetDateTime[]::new);
    }
}
