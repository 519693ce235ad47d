package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
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
import org.jspecify.annotations.Nullable;

/** Caps that rules share, over HTTP. */
@Path("/communities/{community}/caps")
@Tag(name = "caps")
class CapResource {
    private final Lawmaking lawmaking;
    private final CurrentCaller caller;

    CapResource(Lawmaking lawmaking, CurrentCaller caller) {
        this.lawmaking = lawmaking;
        this.caller = caller;
    }

    /** What the cap limits. */
    @Schema(name = "SetCap", examples = """
            {"scope": "MEMBER", "window": "DAY", "unit": "POINTS", "limit": 20}""")
    record SetCap(
            @Schema(defaultValue = "MEMBER", examples = "MEMBER")
            CapTerms.@Nullable Scope scope,

            @Schema(
                    defaultValue = "DAY",
                    description = "the local day that each event names: late events count for their own day",
                    examples = "DAY")
            CapTerms.@Nullable Window window,

            @Schema(
                    required = true,
                    description = "POINTS: points awarded, the last award is cut; TIMES: awards",
                    examples = "POINTS")
            Cap.@Nullable Unit unit,

            @Schema(required = true, minimum = "1", maximum = "1000000000", examples = "20") @Nullable
            Long limit) {
        CapTerms terms() {
            return CapTerms.ofMemberDay(
                    Check.present("/unit", unit),
                    Check.range("/limit", Check.present("/limit", limit), 1, Cap.MAX_LIMIT));
        }
    }

    @PUT
    @Path("/{cap}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Set a cap that rules can share, or change it",
            description = "The same again changes nothing. A change of an existing cap is a new version and needs"
                    + " If-Match; what has counted for the day goes on counting.")
    @APIResponse(
            responseCode = "201",
            description = "set",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CapView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CapView.class)))
    public Uni<RestResponse<CapView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("cap") @Parameter(example = "daily-20") String cap,
            SetCap body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        CapTerms terms = Check.present("", body).terms();
        return lawmaking
                .set(new CapId(community, cap), terms, ifMatch, caller.get().subject())
                .map(put -> Put.answer(put.map(CapView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{cap}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a cap")
    public Uni<RestResponse<CapView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("cap") @Parameter(example = "daily-20") String cap) {
        return lawmaking.cap(new CapId(community, cap)).map(found -> Put.answer(CapView.of(found)));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the community's caps, by id")
    public Uni<Page<CapView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return lawmaking.caps(community, paging).map(page -> page.map(CapView::of));
    }
}
