package dev.hearth.incentive.campaign.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads campaigns with what is left of their budgets, without locking anything. */
@ApplicationScoped
class OpenCampaigns {
    private static final String FIND = """
            select c.community, c.campaign, c.status, c.opens_at, c.ends_at, c.salt, c.hold_out,
                s.currency, s.slice, s.points
            from unnest($1::text[], $2::text[]) as asked (community, campaign)
            join campaign c using (community, campaign)
            left join budget_slice s using (community, campaign)
            """;

    /** Those of {@code asked} that there are. */
    Uni<Map<CampaignId, OpenCampaign>> find(SqlClient client, Collection<CampaignId> asked) {
        List<CampaignId> ids = List.copyOf(asked);
        return client.preparedQuery(FIND)
                .execute(Tuple.of(
                        ids.stream().map(CampaignId::community).toArray(String[]::new),
                        ids.stream().map(CampaignId::campaign).toArray(String[]::new)))
                .map(OpenCampaigns::read);
    }

    private static Map<CampaignId, OpenCampaign> read(RowSet<Row> rows) {
        Map<CampaignId, Row> campaigns = new HashMap<>();
        Map<CampaignId, Map<String, SortedMap<Integer, Long>>> slices = new HashMap<>();
        for (Row row : rows) {
            CampaignId id = new CampaignId(row.getString("community"), row.getString("campaign"));
            campaigns.put(id, row);
            Map<String, SortedMap<Integer, Long>> budgets = slices.computeIfAbsent(id, key -> new HashMap<>());
            @Nullable String currency = row.getString("currency");
            if (currency != null) {
                budgets.computeIfAbsent(currency, key -> new TreeMap<>())
                        .put(row.getInteger("slice"), row.getLong("points"));
            }
        }
        Map<CampaignId, OpenCampaign> open = HashMap.newHashMap(campaigns.size());
        campaigns.forEach((id, row) -> open.put(id, campaign(id, row, slices.getOrDefault(id, Map.of()))));
        return open;
    }

    private static OpenCampaign campaign(CampaignId id, Row row, Map<String, SortedMap<Integer, Long>> slices) {
        var ends = row.getOffsetDateTime("ends_at");
        return new OpenCampaign(
                id,
                OpenCampaign.Status.valueOf(row.getString("status")),
                row.getOffsetDateTime("opens_at").toInstant(),
                ends == null ? null : ends.toInstant(),
                new HoldOut(row.getBuffer("salt").getBytes(), row.getInteger("hold_out")),
                slices);
    }
}
