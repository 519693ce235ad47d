package dev.hearth.incentive.compensation;

import dev.hearth.incentive.kind.EventKinds;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
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

/** Compensations over HTTP. */
@Path("/communities/{community}/compensations")
@Tag(name = "compensations")
class CompensationResource {
    private final Compensating compensating;
    private final Measuring measuring;
    private final EventKinds kinds;
    private final CurrentCaller caller;

    CompensationResource(Compensating compensating, Measuring measuring, EventKinds kinds, CurrentCaller caller) {
        this.compensating = compensating;
        this.measuring = measuring;
        this.kinds = kinds;
        this.caller = caller;
    }

    @PUT
    @Path("/{compensation}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make a compensation for an incident", description = """
                    It says what members get, from which campaign's budget, and what is expected in return. It never \
                    changes: the same again changes nothing, anything else is refused. From a community's first \
                    compensation on, what its members do is observed, so that the effect can be measured.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CompensationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CompensationView.class)))
    @APIResponse(responseCode = "409", description = "it exists with other terms, or the campaign is closed")
    public Uni<RestResponse<CompensationView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation,
            MakeCompensation body,
            UriInfo uri) {
        Compensation.Terms terms = Check.present("", body).terms(community, compensation);
        String who = caller.get().subject();
        return kinds.require(community, body.namedKinds())
                .chain(() -> compensating.make(terms, who))
                .map(put -> Put.answer(put.map(CompensationView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{compensation}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a compensation")
    public Uni<CompensationView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation) {
        return compensating.get(community, compensation).map(CompensationView::of);
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's compensations, by id")
    public Uni<Page<CompensationView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return compensating.page(community, paging).map(page -> page.map(CompensationView::of));
    }

    @GET
    @Path("/{compensation}/report")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read whether a compensation paid back", description = """
                    Compares the treated with the held out, over the days after the grant; a member counts two days \
                    after its horizon is over, when late events are in.""")
    public Uni<CompensationReportView> report(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation) {
        return measuring.report(community, compensation);
    }
}
