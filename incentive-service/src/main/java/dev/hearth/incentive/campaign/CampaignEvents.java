package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells of campaigns on hearth.incentive, in the order of their changes. */
@ApplicationScoped
public class CampaignEvents {
    private final Campaigns campaigns;
    private final Events events;
    private final Outbox outbox;

    CampaignEvents(Campaigns campaigns, Events events, Outbox outbox) {
        this.campaigns = campaigns;
        this.events = events;
        this.outbox = outbox;
    }

    /** Tells of a change of a campaign that this transaction has locked, or locks hereby. */
    public Uni<Void> tell(SqlConnection connection, CampaignId id, Record payload) {
        return campaigns
                .turn(connection, id)
                .chain(version -> outbox.add(
                        connection, List.of(events.of(id.community(), id.community(), null, version, payload))));
    }
}
