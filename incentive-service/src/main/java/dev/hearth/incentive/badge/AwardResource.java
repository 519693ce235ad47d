package dev.hearth.incentive.badge;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Members' badges over HTTP. */
@Path("/communities/{community}/members/{member}/badges")
@Tag(name = "badges")
class AwardResource {
    private final Honours honours;
    private final CurrentCaller caller;

    AwardResource(Honours honours, CurrentCaller caller) {
        this.honours = honours;
        this.caller = caller;
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the badges that a member has, by id")
    public Uni<Page<AwardView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return honours.ofMember(new Holder(community, member), paging).map(page -> page.map(AwardView::of));
    }

    @PUT
    @Path("/{badge}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Award a badge by hand",
            description =
                    "Who has it already keeps it as it was awarded. One that was taken back can be awarded again.")
    @APIResponse(
            responseCode = "201",
            description = "awarded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AwardView.class)))
    @APIResponse(
            responseCode = "200",
            description = "the member has it already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AwardView.class)))
    @APIResponse(responseCode = "409", description = "the badge is a draft or retired")
    public Uni<RestResponse<AwardView>> award(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @PathParam("badge") @Parameter(example = "friends") String badge,
            AwardBadge body,
            UriInfo uri) {
        String reason = Check.present("", body).checkedReason();
        return honours.award(
                        new Holder(community, member),
                        badge,
                        reason,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(AwardView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{badge}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read why a member has a badge")
    public Uni<RestResponse<AwardView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @PathParam("badge") @Parameter(example = "friends") String badge) {
        return honours.find(new Holder(community, member), badge).map(found -> Put.answer(AwardView.of(found)));
    }

    @DELETE
    @Path("/{badge}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Take a badge back, whatever it was awarded for", description = "Needs If-Match and a reason.")
    @APIResponse(responseCode = "204", description = "taken back")
    public Uni<Void> revoke(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @PathParam("badge") @Parameter(example = "friends") String badge,
            @QueryParam("reason")
                    @Parameter(required = true, description = "1 to 500 characters", example = "given by mistake")
                    @Nullable
                    String reason,
            @BeanParam IfMatch ifMatch) {
        return honours.revoke(
                        new Holder(community, member),
                        badge,
                        checked(reason),
                        caller.get().subject(),
                        ifMatch)
                .replaceWithVoid();
    }

    private static String checked(@Nullable String reason) {
        if (reason == null
                || reason.isBlank()
                || reason.length() > AwardBadge.MAX_REASON
                || reason.indexOf('\0') >= 0) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("reason", "must have 1 to " + AwardBadge.MAX_REASON + " characters"));
        }
        return reason;
    }
}
