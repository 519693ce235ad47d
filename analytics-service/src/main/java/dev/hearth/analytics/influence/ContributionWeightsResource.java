package dev.hearth.analytics.influence;

import dev.hearth.analytics.setting.Settings;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What acts contribute, over HTTP. */
@Path("/communities/{community}/contribution-weights")
@Tag(name = "settings")
class ContributionWeightsResource {
    private final ContributionWeights weights;

    ContributionWeightsResource(ContributionWeights weights) {
        this.weights = weights;
    }

    @PUT
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Say how much acts contribute",
            description =
                    "One weight for each kind of event; what is left out weighs nothing. Leaderboards and ranks by"
                            + " contribution, the spread of contribution and the love of members follow at once, for all days."
                            + " The same again changes nothing; a change needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "said for the first time",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ContributionWeightsView.class)))
    @APIResponse(responseCode = "200", description = "it is as said")
    public Uni<RestResponse<ContributionWeightsView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            WeighKinds body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return weights.said()
                .put(community, Settings.ONLY, Check.present("", body).setting(), ifMatch)
                .map(put -> Put.answer(put.map(ContributionWeightsView::of), uri.getAbsolutePath()));
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how much acts contribute",
            description = "404 if the community has not said it: then acts weigh as usual.")
    @APIResponse(responseCode = "200", description = "the weights by kind")
    public RestResponse<ContributionWeightsView> get(
            @Parameter(example = "acme") @PathParam("community") String community) {
        return Put.answer(ContributionWeightsView.of(weights.said().get(community, Settings.ONLY)));
    }
}
