package dev.hearth.incentive.reward;

import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue of rewards over HTTP, for operators. */
@Path("/communities/{community}/rewards")
@Tag(name = "rewards")
class RewardResource {
    private final Catalogue catalogue;
    private final CurrentCaller caller;

    RewardResource(Catalogue catalogue, CurrentCaller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @PUT
    @Path("/{reward}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make a reward, or change it", description = """
                    The same again changes nothing. A change is a new version and needs If-Match; what was redeemed \
                    before goes by the version that was in force then. Status DRAFT leaves the version before in \
                    force, RETIRED ends the reward for good. It is redeemed while it is valid, by members who see it, \
                    within their limits, while there is stock: codes of a coupon, entries of what is counted.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MakeReward.class),
                            examples = {
                                @ExampleObject(name = "coupon", value = MakeReward.COUPON),
                                @ExampleObject(name = "goods", value = MakeReward.GOODS)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RewardView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RewardView.class)))
    @APIResponse(responseCode = "409", description = "it is retired, there are too many, or its currency only counts")
    public Uni<RestResponse<RewardView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward")
                    @Parameter(
                            examples = {
                                @ExampleObject(name = "coupon", value = "tea-voucher"),
                                @ExampleObject(name = "goods", value = "tea-cup")
                            })
                    String reward,
            MakeReward body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return catalogue
                .put(
                        new DefinitionKey(community, reward),
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(RewardView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{reward}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a reward: its last version, draft or not")
    public Uni<RestResponse<RewardView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward") @Parameter(example = "tea-voucher") String reward) {
        return catalogue.get(new DefinitionKey(community, reward)).map(found -> Put.answer(RewardView.of(found)));
    }

    @GET
    @Path("/{reward}/versions")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List all versions of a reward, newest first")
    public Uni<Page<RewardView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward") @Parameter(example = "tea-voucher") String reward,
            @BeanParam Paging paging) {
        return catalogue.versions(new DefinitionKey(community, reward), paging).map(page -> page.map(RewardView::of));
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's rewards, by id", description = "Of each the last version, draft or not.")
    public Uni<Page<RewardView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return catalogue.page(community, paging).map(page -> page.map(RewardView::of));
    }
}
