package dev.hearth.analytics.revenue;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Money that came in or went out, over HTTP. */
@Path("/communities/{community}/money-entries")
@Tag(name = "revenue")
class MoneyEntryResource {
    private final MoneyEntries entries;

    MoneyEntryResource(MoneyEntries entries) {
        this.entries = entries;
    }

    /** Money that came in or went out. What campaigns cost is known already, and need not be put. */
    @Schema(name = "PutMoney", examples = """
                    {"flow": "REVENUE", "amount": 250000, "currency": "CNY", "day": "2026-03-14", "model": "partnership", "partner": "shoes-co", "campaign": "spring-run"}""")
    record PutMoney(
            @Schema(required = true) @Nullable Flow flow,

            @Schema(
                    required = true,
                    description =
                            "minor units of the currency, to 10^12 either way; negative takes back what an earlier entry"
                                    + " said",
                    examples = "250000")
            @Nullable
            Long amount,

            @Schema(required = true, description = "ISO 4217", examples = "CNY") @Nullable
            String currency,

            @Schema(required = true, description = "the day it counts for", examples = "2026-03-14") @Nullable
            LocalDate day,

            @Schema(description = "how it is made: content, membership, partnership …", examples = "partnership")
            @Nullable
            String model,

            @Schema(description = "the campaign it belongs to", examples = "spring-run") @Nullable
            String campaign,

            @Schema(description = "the channel of acquisition it was spent on") @Nullable
            String channel,

            @Schema(description = "who pays or is paid", examples = "shoes-co") @Nullable
            String partner,

            @Schema(description = "the group it belongs to") @Nullable
            String group,

            @Schema(description = "for people", maxLength = Money.MAX_NOTE) @Nullable
            String note) {
        Money money() {
            Money said = new Money(
                    Check.present("/flow", flow),
                    Check.present("/amount", amount),
                    Check.present("/currency", currency),
                    Check.present("/day", day),
                    model,
                    campaign,
                    channel,
                    partner,
                    group,
                    note);
            return said.checked();
        }
    }

    @PUT
    @Path("/{entry}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Put down money that came in or went out",
            description = "The same again changes nothing; a change needs If-Match. At most 1,000 a community.")
    @APIResponse(
            responseCode = "201",
            description = "put down",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MoneyEntryView.class)))
    @APIResponse(responseCode = "200", description = "it exists, as said")
    public Uni<RestResponse<MoneyEntryView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "sponsor-2026-03") @PathParam("entry") String entry,
            PutMoney body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return entries.settings()
                .put(community, entry, Check.present("", body).money(), ifMatch)
                .map(put -> Put.answer(put.map(MoneyEntryView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{entry}")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Read an entry")
    @APIResponse(responseCode = "200", description = "the entry")
    public RestResponse<MoneyEntryView> get(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "sponsor-2026-03") @PathParam("entry") String entry) {
        return Put.answer(MoneyEntryView.of(entries.settings().get(community, entry)));
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "List the entries, by id")
    @APIResponse(responseCode = "200", description = "a page of them")
    public Page<MoneyEntryView> list(
            @Parameter(example = "acme") @PathParam("community") String community, @BeanParam Paging paging) {
        return entries.settings().page(community, paging).map(MoneyEntryView::of);
    }

    @DELETE
    @Path("/{entry}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(summary = "Delete an entry", description = "Needs If-Match.")
    @APIResponse(responseCode = "204", description = "deleted")
    public Uni<RestResponse<Void>> remove(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "sponsor-2026-03") @PathParam("entry") String entry,
            @BeanParam IfMatch ifMatch) {
        return entries.settings().remove(community, entry, ifMatch).map(gone -> RestResponse.noContent());
    }
}
