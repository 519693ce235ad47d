package dev.hearth.incentive.campaign;

import dev.hearth.contract.incentive.CampaignChanged;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.OpenCampaign;
import dev.hearth.incentive.campaign.budget.Treasury;
import dev.hearth.incentive.definition.Amendment;
import dev.hearth.incentive.definition.AmendmentCheck;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What a change of a campaign's terms brings about, in the transaction that makes it. */
@ApplicationScoped
class Amending implements AmendmentCheck<CampaignTerms> {
    private final Campaigns campaigns;
    private final Treasury treasury;
    private final Bookkeeping books;
    private final CampaignEvents events;

    Amending(Campaigns campaigns, Treasury treasury, Bookkeeping books, CampaignEvents events) {
        this.campaigns = campaigns;
        this.treasury = treasury;
        this.books = books;
        this.events = events;
    }

    @Override
    public Uni<Void> check(SqlConnection connection, Amendment<CampaignTerms> amendment) {
        CampaignId id =
                new CampaignId(amendment.key().community(), amendment.key().id());
        OpenCampaign.Status status = status(amendment.wanted().status());
        CampaignTerms terms = amendment.wanted().terms();
        return campaigns
                .lock(connection, id)
                .invoke(known -> known.ifPresent(before -> requireSameHoldOut(before, terms)))
                .chain(() -> campaigns.put(connection, id, status, terms))
                .chain(() -> status == OpenCampaign.Status.CLOSED
                        ? close(connection, id)
                        : Uni.createFrom().voidItem())
                .chain(() -> events.tell(connection, id, changed(amendment, status)));
    }

    private Uni<Void> close(SqlConnection connection, CampaignId id) {
        return treasury.giveBack(connection, id)
                .chain(change -> books.with(connection, Set.of(), drafted -> {
                    change.transfers().draft(drafted);
                    return Uni.createFrom().voidItem();
                }));
    }

    private static void requireSameHoldOut(Campaigns.Locked before, CampaignTerms terms) {
        if (before.status() != OpenCampaign.Status.DRAFT && before.holdOut() != terms.holdOutPermille()) {
            throw new ProblemException(
                    CampaignProblem.HOLD_OUT_FIXED,
                    "it is " + before.holdOut() + " thousandths; keep it, or make another campaign");
        }
    }

    private static OpenCampaign.Status status(DefinitionStatus status) {
        return switch (status) {
            case DRAFT -> OpenCampaign.Status.DRAFT;
            case ACTIVE -> OpenCampaign.Status.ACTIVE;
            case RETIRED -> OpenCampaign.Status.CLOSED;
        };
    }

    private static CampaignChanged changed(Amendment<CampaignTerms> amendment, OpenCampaign.Status status) {
        var before = amendment.before();
        CampaignTerms terms = amendment.wanted().terms();
        return new CampaignChanged(
                amendment.key().id(),
                before == null ? 1 : before.version() + 1,
                status.name(),
                terms.name(),
                terms.opensAt(),
                terms.endsAt());
    }
}
