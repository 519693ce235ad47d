package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.OpenCampaign;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes campaigns, changes and closes them. */
@ApplicationScoped
public class Campaigning {
    private static final DefinitionType<CampaignTerms> TYPE =
            new DefinitionType<>("campaign", CampaignTerms.class, CampaignProblem.UNKNOWN_CAMPAIGN);

    private final Defining<CampaignTerms> defining;
    private final Campaigns campaigns;

    Campaigning(Campaigns campaigns, Amending amending, Pool pool, Clock clock) {
        this.campaigns = campaigns;
        this.defining = new Defining<>(new Definitions<>(TYPE, clock), amending, pool);
    }

    Uni<Put<Defined<CampaignTerms>>> put(DefinitionKey key, Wanted<CampaignTerms> wanted, IfMatch ifMatch, String who) {
        return defining.put(key, wanted, ifMatch, who);
    }

    /** The last version, whatever its status; fails with 404 if there is none. */
    public Uni<Defined<CampaignTerms>> get(CampaignId id) {
        return defining.get(new DefinitionKey(id.community(), id.campaign()));
    }

    Uni<Page<Defined<CampaignTerms>>> page(String community, Paging paging) {
        return defining.page(community, paging);
    }

    Uni<Page<Defined<CampaignTerms>>> versions(DefinitionKey key, Paging paging) {
        return defining.versions(key, paging);
    }

    /** Locks the campaign until the transaction ends; fails with a problem if there is none. */
    public Uni<OpenCampaign.Status> requireKnown(SqlConnection connection, CampaignId id) {
        return campaigns
                .lock(connection, id)
                .map(found -> found.orElseThrow(() -> unknown(id)).status());
    }

    /** The same, and fails if it is closed. */
    public Uni<Void> requireUnclosed(SqlConnection connection, CampaignId id) {
        return requireKnown(connection, id)
                .invoke(status -> {
                    if (status == OpenCampaign.Status.CLOSED) {
                        throw new ProblemException(
                                CampaignProblem.CAMPAIGN_CLOSED,
                                "campaign " + id.campaign() + " is closed for good; make another one");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException unknown(CampaignId id) {
        return new ProblemException(
                CampaignProblem.UNKNOWN_CAMPAIGN, "the community has no campaign " + id.campaign() + "; PUT it first");
    }
}
