package dev.hearth.incentive.challenge;

import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.kind.EventKinds;
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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Challenges over HTTP. */
@Path("/communities/{community}/challenges")
@Tag(name = "challenges")
class ChallengeResource {
    private final ChallengeMaking making;
    private final Following following;
    private final EventKinds kinds;
    private final CurrentCaller caller;

    ChallengeResource(ChallengeMaking making, Following following, EventKinds kinds, CurrentCaller caller) {
        this.making = making;
        this.following = following;
        this.kinds = kinds;
        this.caller = caller;
    }

    @PUT
    @Path("/{challenge}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make a challenge, or change it", description = """
                    The same again changes nothing. A change is a new version and needs If-Match; it resets nobody's \
                    progress and takes no prize away. Events count that are applied after this answer, each once, by \
                    when they occurred. A stage's prize is given once; where a friend who had counted leaves within \
                    the vesting days, prizes that depended on it are taken back.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChallengeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChallengeView.class)))
    @APIResponse(responseCode = "409", description = "it is retired, or there are too many")
    public Uni<RestResponse<ChallengeView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("challenge") @Parameter(example = "ten-messages") String challenge,
            MakeChallenge body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        Wanted<ChallengeTerms> wanted = Check.present("", body).wanted();
        String who = caller.get().subject();
        return kinds.require(community, body.namedKinds())
                .chain(() -> making.put(new DefinitionKey(community, challenge), wanted, ifMatch, who))
                .map(put -> Put.answer(put.map(ChallengeView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{challenge}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a challenge: its last version, draft or not")
    public Uni<RestResponse<ChallengeView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("challenge") @Parameter(example = "ten-messages") String challenge) {
        return making.get(new DefinitionKey(community, challenge)).map(found -> Put.answer(ChallengeView.of(found)));
    }

    @GET
    @Path("/{challenge}/versions")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List all versions of a challenge, newest first")
    public Uni<Page<ChallengeView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("challenge") @Parameter(example = "ten-messages") String challenge,
            @BeanParam Paging paging) {
        return making.versions(new DefinitionKey(community, challenge), paging)
                .map(page -> page.map(ChallengeView::of));
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's challenges, by id", description = "Of each the last version.")
    public Uni<Page<ChallengeView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return making.page(community, paging).map(page -> page.map(ChallengeView::of));
    }

    @GET
    @Path("/{challenge}/participants")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List who takes part, by member")
    public Uni<Page<ParticipantView>> participants(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("challenge") @Parameter(example = "ten-messages") String challenge,
            @BeanParam Paging paging) {
        return following
                .page(new DefinitionKey(community, challenge), paging)
                .map(page -> page.map(ParticipantView::of));
    }
}
