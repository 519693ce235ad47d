package dev.hearth.incentive.rule;

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

/** Earning rules over HTTP. */
@Path("/communities/{community}/earning-rules")
@Tag(name = "earning-rules")
class EarningRuleResource {
    private final Lawmaking lawmaking;
    private final EventKinds kinds;
    private final CurrentCaller caller;

    EarningRuleResource(Lawmaking lawmaking, EventKinds kinds, CurrentCaller caller) {
        this.lawmaking = lawmaking;
        this.kinds = kinds;
        this.caller = caller;
    }

    @PUT
    @Path("/{rule}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make an earning rule, or change it", description = """
                    The same again changes nothing. A change of an existing rule is a new version and needs If-Match. \
                    The rule answers every event that is applied after this answer, whenever it occurred (within its \
                    validity); what was applied before is neither paid later nor changed. An event is paid by a rule \
                    once, whatever the version. A DRAFT leaves in force what was; RETIRED ends the rule for good. Kinds are \
                    those of hearth.engagement, standard or declared there before, and member.joined, \
                    member.left … of hearth.member, and those of hearth.signal. Caps must give the same sum in whatever order events arrive where other caps \
                    could say the same: rules under one cap pay in one currency, rules under one cap in TIMES the \
                    same fixed amount, caps of one scope and window that share rules lie one within the other, caps \
                    in TIMES within caps in POINTS. Whatever else makes the order matter is told as orderDependence.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EarningRuleView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EarningRuleView.class)))
    public Uni<RestResponse<EarningRuleView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "message-points") String rule,
            MakeEarningRule body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        Wanted<RuleTerms> wanted = Check.present("", body).wanted();
        String who = caller.get().subject();
        return kinds.require(community, body.namedKinds(""))
                .chain(() -> lawmaking.make(new DefinitionKey(community, rule), wanted, ifMatch, who))
                .map(put -> Put.answer(put, uri.getAbsolutePath()));
    }

    @GET
    @Path("/{rule}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read an earning rule: its last version")
    public Uni<RestResponse<EarningRuleView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "message-points") String rule) {
        return lawmaking.rule(new DefinitionKey(community, rule)).map(Put::answer);
    }

    @GET
    @Path("/{rule}/versions")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List all versions of a rule, newest first")
    public Uni<Page<EarningRuleView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "message-points") String rule,
            @BeanParam Paging paging) {
        return lawmaking
                .versions(new DefinitionKey(community, rule), paging)
                .map(page -> page.map(EarningRuleView::of));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the community's earning rules, by id: of each the last version")
    public Uni<Page<EarningRuleView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return lawmaking.rules(community, paging).map(page -> page.map(EarningRuleView::of));
    }
}
