package dev.hearth.analytics.influence;

import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who moves a community, over HTTP. */
@Path("/communities/{community}/influences")
@Tag(name = "influence")
class InfluenceResource {
    private final Inquiry inquiry;
    private final ContributionWeights weights;

    InfluenceResource(Inquiry inquiry, ContributionWeights weights) {
        this.inquiry = inquiry;
        this.weights = weights;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Rank the members by their gravity",
            description =
                    "After the Orbit model: gravity = love × reach. Love adds up the contribution weights of what a"
                            + " member did, halved with every 28 days before the last day asked for; reach counts the other"
                            + " members who replied to, reacted to, commented on, shared, saved, answered or voted on what it"
                            + " made. kind narrows love only. Both move while one pages: the cursor goes on below the last that"
                            + " was seen.")
    @APIResponse(responseCode = "200", description = "members with love, reach and gravity")
    public InfluencesView rank(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "only those who may be opinion leaders",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"true", "false"},
                                            defaultValue = "false"),
                            example = "false")
                    @QueryParam("candidates")
                    @Nullable
                    String candidates,
            @BeanParam Paging paging,
            @BeanParam FigureQuery query) {
        boolean only = QueryParameter.isTrue("candidates", candidates);
        Predicate<MemberInfluence> follows = InfluenceCursor.follows(paging.after());
        Asked asked = inquiry.ask(community, Period.MONTH, query);
        List<MemberInfluence> members =
                asked.figures(span -> new Influence(asked.selection(), span, weights.of(community))
                        .members(asked.fresh().activity()));
        Candidates bars = Candidates.among(members);
        List<MemberInfluence> listed =
                members.stream().filter(member -> !only || bars.has(member)).toList();
        List<MemberInfluence> found =
                listed.stream().filter(follows).limit(paging.limit() + 1L).toList();
        Page<MemberInfluence> page = Page.of(found, paging.limit(), InfluenceCursor::after);
        return new InfluencesView(
                asked.fresh().asOf(),
                bars.reach(),
                InfluencesView.rounded(bars.love()),
                listed.size(),
                page.map(member -> InfluencesView.Item.of(member, bars)).items(),
                page.next());
    }
}
