package dev.hearth.analytics.board;

import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Distribution over HTTP. */
@Path("/communities/{community}/distribution")
@Tag(name = "boards")
class DistributionResource {
    private static final List<Measure> MEASURES =
            List.of(Measure.EVENTS, Measure.RECEIVED, Measure.POINTS, Measure.CONTRIBUTION, Measure.VALUE);

    private final BoardInquiry inquiry;
    private final Boards boards;

    DistributionResource(BoardInquiry inquiry, Boards boards) {
        this.inquiry = inquiry;
        this.boards = boards;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how evenly activity or rewards are spread over members",
            description = "Gini coefficient, what the top 1, 10 and 20 per cent have, and the Lorenz curve; of the same"
                    + " scores as `leaderboards`, or of points received by rules and as prizes. By role: with"
                    + " `tag`, `minLevel`, `maxLevel`; by group: with `group`.")
    @APIResponse(responseCode = "200", description = "how evenly it is spread")
    public DistributionView measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "what is spread",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"EVENTS", "RECEIVED", "POINTS", "CONTRIBUTION", "VALUE"},
                                            defaultValue = "EVENTS"),
                            example = "EVENTS")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(
                            description =
                                    "over whom: those who have anything of it, or also those who were active and got"
                                            + " nothing",
                            schema = @Schema(implementation = Spread.class, defaultValue = "RECEIVERS"),
                            example = "ACTIVE")
                    @QueryParam("over")
                    @Nullable
                    String over,
            @BeanParam BoardQuery board,
            @BeanParam FigureQuery query) {
        Spread spread = Objects.requireNonNullElse(QueryParameter.oneOf("over", over, Spread.class), Spread.RECEIVERS);
        AskedBoard asked = inquiry.ask(community, by, MEASURES, board, query);
        return DistributionView.of(asked, board.currency, spread, asked.spread(boards, spread));
    }
}
