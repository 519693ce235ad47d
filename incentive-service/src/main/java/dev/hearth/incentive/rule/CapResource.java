package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
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
    private final Defining<CapTerms> caps;
    private final CurrentCaller caller;

    CapResource(RuleBooks books, Legislature legislature, Pool pool, CurrentCaller caller) {
        this.caps = new Defining<>(books.caps(), legislature::cap, pool);
        this.caller = caller;
    }

    /** What the cap limits. */
    @Schema(name = "SetCap", examples = """
            {"scope": "MEMBER", "window": "DAY", "unit": "POINTS", "limit": 20}""")
    record SetCap(
            @Schema(defaultValue = "MEMBER", examples = "MEMBER")
            Cap.@Nullable Scope scope,

            @Schema(
                    defaultValue = "DAY",
                    description = "the local day that each event names: late events count for their own day",
                    examples = "DAY")
            Cap.@Nullable Window window,

            @Schema(
                    required = true,
                    description = "POINTS: points awarded, the last award is cut; TIMES: awards",
                    examples = "POINTS")
            Cap.@Nullable Unit unit,

            @Schema(required = true, minimum = "1", maximum = "1000000000", examples = "20") @Nullable
            Long limit,

            @Schema(description = "left out: ACTIVE") @Nullable
            DefinitionStatus status) {
        Wanted<CapTerms> wanted() {
            CapTerms terms = new CapTerms(
                    Objects.requireNonNullElse(scope, Cap.Scope.MEMBER),
                    Objects.requireNonNullElse(window, Cap.Window.DAY),
                    Check.present("/unit", unit),
                    Check.range("/limit", Check.present("/limit", limit), 1, Cap.MAX_LIMIT));
            return Wanted.of(terms, status);
        }
    }

    @PUT
    @Path("/{cap}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Set a cap that rules can share, or change it",
            description = "The same again changes nothing. A change of an existing cap is a new version and needs"
                    + " If-Match; what has counted in the window goes on counting, unless scope or window change.")
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
        return caps.put(
                        new DefinitionKey(community, cap),
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(CapView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{cap}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a cap")
    public Uni<RestResponse<CapView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("cap") @Parameter(example = "daily-20") String cap) {
        return caps.get(new DefinitionKey(community, cap)).map(found -> Put.answer(CapView.of(found)));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the community's caps, by id")
    public Uni<Page<CapView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return caps.page(community, paging).map(page -> page.map(CapView::of));
    }
}
