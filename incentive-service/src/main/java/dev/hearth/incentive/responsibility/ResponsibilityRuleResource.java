package dev.hearth.incentive.responsibility;

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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Rules of responsibility over HTTP. */
@Path("/communities/{community}/responsibility-rules")
@Tag(name = "responsibility")
class ResponsibilityRuleResource {
    private final ResponsibilityRules rules;
    private final CurrentCaller caller;

    ResponsibilityRuleResource(ResponsibilityRules rules, CurrentCaller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @PUT
    @Path("/{rule}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make a rule of responsibility, or change it", description = """
                    Shares of manager, lead and person, 100 percent together, 40/30/30 where nothing is said. The same \
                    again changes nothing; a change is a new version and needs If-Match. Decisions go by the version \
                    that was in force.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResponsibilityRuleView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResponsibilityRuleView.class)))
    @APIResponse(responseCode = "409", description = "it is retired, or there are too many")
    public Uni<RestResponse<ResponsibilityRuleView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "default") String rule,
            MakeResponsibilityRule body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return rules.put(
                        new DefinitionKey(community, rule),
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(ResponsibilityRuleView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{rule}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a rule of responsibility: its last version, draft or not")
    public Uni<RestResponse<ResponsibilityRuleView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "default") String rule) {
        return rules.get(new DefinitionKey(community, rule)).map(found -> Put.answer(ResponsibilityRuleView.of(found)));
    }

    @GET
    @Path("/{rule}/versions")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List all versions of a rule of responsibility, newest first")
    public Uni<Page<ResponsibilityRuleView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "default") String rule,
            @BeanParam Paging paging) {
        return rules.versions(new DefinitionKey(community, rule), paging)
                .map(page -> page.map(ResponsibilityRuleView::of));
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's rules of responsibility, by id")
    public Uni<Page<ResponsibilityRuleView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return rules.page(community, paging).map(page -> page.map(ResponsibilityRuleView::of));
    }
}
