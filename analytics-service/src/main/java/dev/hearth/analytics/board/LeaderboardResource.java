package dev.hearth.analytics.board;

import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leaderboards over HTTP. */
@Path("/communities/{community}")
@Tag(name = "boards")
class LeaderboardResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;

    private final BoardInquiry inquiry;
    private final Boards boards;

    LeaderboardResource(BoardInquiry inquiry, Boards boards) {
        this.inquiry = inquiry;
        this.boards = boards;
    }

    @GET
    @Path("/leaderboards")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who have most",
            description = "By events, by points that rules gave (less what was taken back; prizes, compensations,"
                    + " transfers and corrections never count, so a board is not fed by what it pays), by events"
                    + " weighted by kind, by the sum of values of events of named kinds, or by points received by"
                    + " rules and as prizes: who gets how much. Live: each event is on"
                    + " the board as soon as it is in the figures, a late one in the window of its own day. A group's"
                    + " board of points is that of the members who are in it.")
    @APIResponse(responseCode = "200", description = "the first places, and where the list ends")
    public LeaderboardView first(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "how many places",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "20"),
                            example = "20")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @BeanParam BoardQuery board,
            @BeanParam FigureQuery query) {
        int places = limit(limit);
        AskedBoard asked = inquiry.ask(community, board, query);
        return LeaderboardView.of(asked, board.currency, asked.first(boards, places));
    }

    @GET
    @Path("/members/{member}/rank")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell where a member stands on a leaderboard",
            description = "Exact, however far down; boards are asked for as with `leaderboards`.")
    @APIResponse(responseCode = "200", description = "the member's rank")
    public RankView rank(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "ann") @PathParam("member") String member,
            @BeanParam BoardQuery board,
            @BeanParam FigureQuery query) {
        AskedBoard asked = inquiry.ask(community, board, query);
        return asked.rank(boards, member)
                .map(rank -> RankView.of(member, rank, asked.asked().fresh().asOf()))
                .orElseThrow(() -> new ProblemException(
                        BoardProblem.UNRANKED_MEMBER,
                        FieldError.path("member", "has nothing that counts on this board; look at another window")));
    }

    private static int limit(@Nullable String given) {
        int limit = Objects.requireNonNullElse(QueryParameter.integer("limit", given), DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw QueryParameter.refused("limit", "is " + limit + ", must be 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
