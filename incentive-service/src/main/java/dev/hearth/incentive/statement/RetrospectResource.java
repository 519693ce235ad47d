package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The books beyond the balances now, over HTTP. */
@Path("/communities/{community}")
@Tag(name = "statements")
class RetrospectResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Retrospect retrospect;

    RetrospectResource(Retrospect retrospect) {
        this.retrospect = retrospect;
    }

    @GET
    @Path("/members/{member}/lots")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "What a member can spend, lot by lot: each with its expiry",
            description = "By currency, soonest-expiring first: in the order in which they are spent.")
    public Uni<Page<LotView>> lots(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return retrospect.lots(new Holder(community, member), paging).map(page -> page.map(LotView::of));
    }

    @GET
    @Path("/entries")
    @Needs(Scope.INCENTIVES_READ)
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Export all entries of the community, one a line",
            description =
                    "Member by member, of each the newest first. Where it broke off, go on after the last member that"
                            + " came whole.")
    @APIResponse(
            responseCode = "200",
            description = "the entries",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ExportedEntry.class)))
    public Multi<ExportedEntry> entries(
            @PathParam("community") @Parameter(example = "acme") String community,
            @QueryParam("currency") @Parameter(description = "of this currency only", example = "points") @Nullable
                    String currency,
            @QueryParam("after") @Parameter(description = "of members whose id comes after this one only") @Nullable
                    String after) {
        String only = QueryParameter.identifier("currency", currency);
        String from = Objects.requireNonNullElse(QueryParameter.identifier("after", after), "");
        return retrospect.entries(community, from, only).map(ExportedEntry::of);
    }
}
