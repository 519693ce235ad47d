package dev.hearth.incentive.campaign.cost;

import dev.hearth.incentive.campaign.budget.CampaignId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of costs: entries are added, never changed. */
@ApplicationScoped
class Costs {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS = """
            select cost, community, campaign, type, group_id, amount, iso_currency, note, corrects, recorded_at, recorded_by
            from campaign_cost
            """;
    private static final String ADD = """
            insert into campaign_cost (community, cost, campaign, type, group_id, amount, iso_currency, note, corrects,
                recorded_at, recorded_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String FIND = COLUMNS + "where community = $1 and cost = $2";
    private static final String PAGE =
            COLUMNS + "where community = $1 and campaign = $2 and cost > $3 order by cost limit $4";
    private static final String IS_CORRECTED = "select 1 from campaign_cost where community = $1 and corrects = $2";

    Uni<Void> add(SqlClient client, Cost cost) {
        return client.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(cost.campaign().community())
                        .addUUID(cost.id())
                        .addString(cost.campaign().campaign())
                        .addString(cost.kind().name())
                        .addString(cost.group())
                        .addLong(cost.amount())
                        .addString(cost.currency())
                        .addString(cost.note())
                        .addUUID(cost.corrects())
                        .addOffsetDateTime(cost.recordedAt().atOffset(ZoneOffset.UTC))
                        .addString(cost.recordedBy()))
                .replaceWithVoid();
    }

    Uni<Optional<Cost>> find(SqlClient client, String community, UUID id) {
        return read(client, FIND, Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    Uni<Boolean> isCorrected(SqlClient client, String community, UUID id) {
        return client.preparedQuery(IS_CORRECTED)
                .execute(Tuple.of(community, id))
                .map(rows -> rows.size() > 0);
    }

    /** The campaign's, oldest first, after {@code after}. */
    Uni<List<Cost>> page(SqlClient client, CampaignId campaign, Optional<UUID> after, int rows) {
        return read(client, PAGE, Tuple.of(campaign.community(), campaign.campaign(), after.orElse(FIRST), rows));
    }

    private static Uni<List<Cost>> read(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Cost> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(cost(row)));
            return found;
        });
    }

    private static Cost cost(Row row) {
        return new Cost(
                row.getUUID("cost"),
                new CampaignId(row.getString("community"), row.getString("campaign")),
                Cost.Kind.valueOf(row.getString("type")),
                row.getString("group_id"),
                row.getLong("amount"),
                row.getString("iso_currency"),
                row.getString("note"),
                row.getUUID("corrects"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
