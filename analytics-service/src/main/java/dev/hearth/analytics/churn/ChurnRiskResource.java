package dev.hearth.analytics.churn;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members who may stay away, over HTTP. */
@Path("/communities/{community}")
@Tag(name = "churn")
class ChurnRiskResource {
    private final ChurnRisks risks;
    private final Freshness freshness;

    ChurnRiskResource(ChurnRisks risks, Freshness freshness) {
        this.risks = risks;
        this.freshness = freshness;
    }

    @GET
    @Path("/churn-risks")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Rank the members by their risk to stay away",
            description =
                    "Members who did anything in the last 84 local days and did not leave, the greatest risk"
                            + " first, ties by id. Risks move while one pages: the cursor goes on below the last that was seen.")
    @APIResponse(responseCode = "200", description = "members with risk, band and reasons")
    public ChurnRisksView rank(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "only risks as great as this, 0 to 1",
                            schema =
                                    @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1", defaultValue = "0"),
                            example = "0.3")
                    @QueryParam("minRisk")
                    @Nullable
                    String minRisk,
            @BeanParam Paging paging) {
        double least = least(minRisk);
        Predicate<MemberRisk> follows = follows(paging.after());
        int limit = paging.limit();
        ChurnRisks.Ranked ranked = risks.of(community, freshness.require());
        List<MemberRisk> all =
                ranked.risks().stream().takeWhile(risk -> risk.risk() >= least).toList();
        List<MemberRisk> found = all.stream().filter(follows).limit(limit + 1L).toList();
        Page<MemberRisk> page =
                Page.of(found, limit, last -> last.risk() + "/" + last.signs().member());
        return new ChurnRisksView(
                ranked.asOf(), all.size(), page.map(ChurnRiskView::of).items(), page.next());
    }

    @GET
    @Path("/members/{member}/churn-risk")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell how likely a member is to stay away, and why")
    @APIResponse(responseCode = "200", description = "risk, band and reasons")
    public ChurnRiskView of(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "ann") @PathParam("member") String member) {
        return risks.of(community, freshness.require()).risks().stream()
                .filter(risk -> risk.signs().member().equals(member))
                .findFirst()
                .map(ChurnRiskView::of)
                .orElseThrow(() -> new ProblemException(
                        ChurnProblem.NO_RECENT_ACTIVITY,
                        FieldError.path("member", "is \"" + member + "\", of whom nothing was seen in 84 days")));
    }

    private static double least(@Nullable String given) {
        if (given == null) {
            return 0;
        }
        try {
            double least = Double.parseDouble(given);
            if (least >= 0 && least <= 1) {
                return least;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number out of range.
        }
        throw refused("minRisk", "is \"" + given + "\", must be a number from 0 to 1");
    }

    private static Predicate<MemberRisk> follows(String cursor) {
        if (cursor.isEmpty()) {
            return risk -> true;
        }
        int slash = cursor.indexOf('/');
        try {
            double seen = Double.parseDouble(cursor.substring(0, Math.max(0, slash)));
            String member = cursor.substring(slash + 1);
            return risk -> risk.risk() < seen
                    || (risk.risk() == seen && risk.signs().member().compareTo(member) > 0);
        } catch (NumberFormatException e) {
            throw refused("cursor", "is not a cursor of this list; use `next` of the page before, or leave it out");
        }
    }

    private static ProblemException refused(String parameter, String detail) {
        return new ProblemException(RequestProblem.INVALID_PARAMETER, FieldError.parameter(parameter, detail));
    }
}
