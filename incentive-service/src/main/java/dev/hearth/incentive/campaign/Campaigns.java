package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.HoldOut;
import dev.hearth.incentive.campaign.budget.OpenCampaign;
import dev.hearth.incentive.ledger.CurrencyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of what every draw must know of campaigns. */
@ApplicationScoped
class Campaigns {
    private static final String LOCK = """
            select status, hold_out, version from campaign where community = $1 and campaign = $2 for update
            """;
    private static final String TURN = """
            update campaign set version = version + 1 where community = $1 and campaign = $2 returning version
            """;
    /** A draft beside a version in force changes nothing that is in force. */
    private static final String PUT = """
            insert into campaign (community, campaign, status, opens_at, ends_at, salt, hold_out, alerts, closed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (community, campaign) do update set status = excluded.status, opens_at = excluded.opens_at,
                ends_at = excluded.ends_at, hold_out = excluded.hold_out, alerts = excluded.alerts,
                closed_at = excluded.closed_at
            where campaign.status <> 'CLOSED' and (excluded.status <> 'DRAFT' or campaign.status = 'DRAFT')
            """;

    private static final String CURRENCY = "select 1 from currency where community = $1 and currency = $2";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Campaigns(Clock clock) {
        this.clock = clock;
    }

    /** A campaign that is locked. */
    record Locked(OpenCampaign.Status status, int holdOut, long version) {}

    Uni<Optional<Locked>> lock(SqlConnection connection, CampaignId id) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id.community(), id.campaign()))
                .map(Campaigns::locked);
    }

    /** Counts one change of a campaign that is locked; answers its number. */
    Uni<Long> turn(SqlConnection connection, CampaignId id) {
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(id.community(), id.campaign()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> put(SqlConnection connection, CampaignId id, OpenCampaign.Status status, CampaignTerms terms) {
        byte[] salt = new byte[HoldOut.SALT];
        random.nextBytes(salt);
        Instant closed = status == OpenCampaign.Status.CLOSED ? clock.instant() : null;
        return connection
                .preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addString(id.community())
                        .addString(id.campaign())
                        .addString(status.name())
                        .addOffsetDateTime(terms.opensAt().atOffset(ZoneOffset.UTC))
                        .addValue(utc(terms.endsAt()))
                        .addBuffer(Buffer.buffer(salt))
                        .addInteger(terms.holdOutPermille())
                        .addArrayOfInteger(terms.alertPercents().toArray(Integer[]::new))
                        .addValue(utc(closed)))
                .replaceWithVoid();
    }

    Uni<Boolean> hasCurrency(SqlConnection connection, CurrencyId currency) {
        return connection
                .preparedQuery(CURRENCY)
                .execute(Tuple.of(currency.community(), currency.currency()))
                .map(rows -> rows.size() > 0);
    }

    private static java.time.@Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Locked> locked(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Locked(
                    OpenCampaign.Status.valueOf(row.getString("status")),
                    row.getInteger("hold_out"),
                    row.getLong("version")));
        }
        return Optional.empty();
    }
}
