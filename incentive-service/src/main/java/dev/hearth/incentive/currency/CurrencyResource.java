package dev.hearth.incentive.currency;

import dev.hearth.incentive.ledger.CurrencyId;
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

/** Currencies over HTTP. */
@Path("/communities/{community}/currencies")
@Tag(name = "currencies")
class CurrencyResource {
    private final Coinage coinage;
    private final CurrentCaller caller;

    CurrencyResource(Coinage coinage, CurrentCaller caller) {
        this.coinage = coinage;
        this.caller = caller;
    }

    @PUT
    @Path("/{currency}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Introduce a currency, or change it",
            description = "The same again changes nothing. A change of an existing currency needs If-Match. New terms"
                    + " hold for what happens from then on; lots that exist keep their expiry.")
    @APIResponse(
            responseCode = "201",
            description = "introduced",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CurrencyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CurrencyView.class)))
    public Uni<RestResponse<CurrencyView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("currency") @Parameter(example = "points") String currency,
            IntroduceCurrency body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        IntroduceCurrency said = Check.present("", body);
        return coinage.introduce(
                        new CurrencyId(community, currency),
                        said.checkedName(),
                        said.terms(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(CurrencyView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{currency}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a currency")
    public Uni<RestResponse<CurrencyView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("currency") @Parameter(example = "points") String currency) {
        return coinage.get(new CurrencyId(community, currency)).map(found -> Put.answer(CurrencyView.of(found)));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the community's currencies, by id")
    public Uni<Page<CurrencyView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return coinage.page(community, paging).map(page -> page.map(CurrencyView::of));
    }
}
