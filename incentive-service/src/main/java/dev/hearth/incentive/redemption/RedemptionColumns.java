package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.CancellationCause;
import dev.hearth.contract.incentive.Money;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Redemptions out of rows. */
final class RedemptionColumns {
    static final String COLUMNS = "redemption, community, member, reward, reward_version, type, currency, price,"
            + " lot_expiries, lot_points, partner, cost_minor, cost_currency, slot, local_date, state, made_at,"
            + " reserved_until, confirmed_at, fulfilled_at, refundable_until, ended_at, reference";

    private RedemptionColumns() {}

    static List<Redemption> redemptions(RowSet<Row> rows) {
        List<Redemption> redemptions = new ArrayList<>(rows.size());
        rows.forEach(row -> redemptions.add(redemption(row)));
        return redemptions;
    }

    private static Redemption redemption(Row row) {
        Redemption.Times times = new Redemption.Times(
                instant(row, "reserved_until"),
                instant(row, "confirmed_at"),
                instant(row, "fulfilled_at"),
                instant(row, "refundable_until"),
                instant(row, "ended_at"));
        Short slot = row.getShort("slot");
        return new Redemption(
                row.getUUID("redemption"),
                new Holder(row.getString("community"), row.getString("member")),
                bargain(row),
                lots(row),
                slot == null ? null : slot.intValue(),
                row.getLocalDate("local_date"),
                present(instant(row, "made_at")),
                times,
                stage(Stage.State.valueOf(row.getString("state")), times),
                row.getString("reference"));
    }

    private static Stage stage(Stage.State state, Redemption.Times times) {
        return switch (state) {
            case RESERVED -> new Stage.Reserved(present(times.reservedUntil()));
            case CONFIRMED -> new Stage.Confirmed(present(times.confirmedAt()));
            case FULFILLED -> new Stage.Fulfilled(present(times.fulfilledAt()), times.refundableUntil());
            case CANCELLED -> new Stage.Ended(CancellationCause.CANCELLED, present(times.endedAt()));
            case TIMED_OUT -> new Stage.Ended(CancellationCause.TIMED_OUT, present(times.endedAt()));
            case REFUNDED -> new Stage.Ended(CancellationCause.REFUNDED, present(times.endedAt()));
        };
    }

    private static Bargain bargain(Row row) {
        Long cost = row.getLong("cost_minor");
        return new Bargain(
                row.getString("reward"),
                row.getInteger("reward_version"),
                RewardType.valueOf(row.getString("type")),
                row.getString("currency"),
                row.getLong("price"),
                row.getString("partner"),
                cost == null ? null : new Money(cost, row.getString("cost_currency")));
    }

    private static List<Lot> lots(Row row) {
        OffsetDateTime[] expiries = row.getArrayOfOffsetDateTimes("lot_expiries");
        Long[] points = row.getArrayOfLongs("lot_points");
        List<Lot> lots = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            lots.add(new Lot(expiries[i].toInstant(), points[i]));
        }
        return lots;
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Instant present(@Nullable Instant time) {
        return Objects.requireNonNull(time, "the database holds that a state has its times");
    }
}
