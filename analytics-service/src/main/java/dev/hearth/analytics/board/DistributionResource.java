package dev.hearth.analytics.board;

import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Distribution over HTTP. */
@Path("/communities/{community}/distribution")
@Tag(name = "boards")
class DistributionResource {
    private final BoardInquiry inquiry;
    private final Boards boards;
    private final Drill drill;

    DistributionResource(BoardInquiry inquiry, Boards boards, Drill drill) {
        this.inquiry = inquiry;
        this.boards = boards;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how evenly activity or rewards are spread over members",
            description = "Gini coefficient, what the top 1, 10 and 20 per cent have, and the Lorenz curve; of the same"
                    + " scores as `leaderboards`. By role: with `tag`, `minLevel`, `maxLevel`; by group: with `group`.")
    @APIResponse(responseCode = "200", description = "how evenly it is spread")
    public DistributionView measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam SpreadQuery board,
            @BeanParam FigureQuery query) {
        Spread spread = board.spread();
        AskedBoard asked = inquiry.ask(community, board, query);
        return DistributionView.of(asked, board.currency, spread, asked.spread(boards, spread));
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members over whom something is spread",
            description = "The members behind a figure of distribution, and all who have a place on the same board of"
                    + " `leaderboards`. A window that is not `ALL` needs `on`.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam SpreadQuery board,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Spread spread = board.spread();
        AskedBoard asked = inquiry.ask(community, board, query);
        if (board.isOfToday()) {
            throw QueryParameter.refused("on", "is missing; all pages are of one day, week or month");
        }
        return drill.page(asked.asked(), paging, activity -> asked.members(activity, spread));
    }
}
