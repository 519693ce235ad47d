package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.Balance;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.time.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books over HTTP. */
@Path("/communities/{community}")
@Tag(name = "statements")
class StatementResource {
    private final Inspection inspection;
    private final Retrospect retrospect;

    StatementResource(Inspection inspection, Retrospect retrospect) {
        this.inspection = inspection;
        this.retrospect = retrospect;
    }

    @GET
    @Path("/members/{member}/balances")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "What a member has, by currency",
            description =
                    "Every currency of the community: 0 where nothing was earned yet, also for a member unknown here."
                            + " With asOf: according to all that the books had recorded then.")
    public Uni<Page<BalanceView>> balances(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @QueryParam("asOf")
                    @Parameter(description = "an instant, e.g. 2026-03-01T00:00:00Z; left out: now")
                    @Nullable
                    String asOf,
            @BeanParam Paging paging) {
        Holder holder = new Holder(community, member);
        Uni<Page<Balance>> balances = asOf == null
                ? inspection.balancesOf(holder, paging)
                : retrospect.balances(holder, Retrospect.instant("asOf", asOf), paging);
        return balances.map(page -> page.map(BalanceView::of));
    }

    @GET
    @Path("/members/{member}/entries")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "What moved a member's balances, newest first",
            description = "Each entry names the rule with its version and the event it answered.")
    public Uni<Page<EntryView>> entries(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @QueryParam("currency") @Parameter(description = "of this currency only", example = "points") @Nullable
                    String currency,
            @BeanParam Paging paging) {
        if (currency != null) {
            var _ = checkCurrency(currency);
        }
        return inspection
                .entriesOf(new Holder(community, member), currency, paging)
                .map(page -> page.map(EntryView::of));
    }

    @GET
    @Path("/balances")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "What all members have of a currency, by member")
    public Uni<Page<BalanceView>> balancesOfAll(
            @PathParam("community") @Parameter(example = "acme") String community,
            @QueryParam("currency") @Parameter(required = true, example = "points") @Nullable String currency,
            @BeanParam Paging paging) {
        return inspection
                .balancesOf(new CurrencyId(community, checkCurrency(currency)), paging)
                .map(page -> page.map(BalanceView::of));
    }

    @GET
    @Path("/trial-balance")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Audit the books: the sums of all postings, held against the stored balances",
            description = "Reads every posting of the community: seconds per million.")
    public Uni<TrialBalanceView> trialBalance(@PathParam("community") @Parameter(example = "acme") String community) {
        return inspection.trialBalances(community).map(TrialBalanceView::of);
    }

    private static String checkCurrency(@Nullable String currency) {
        if (currency == null || !Identifier.isValid(currency)) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("currency", "must be the id of a currency, " + Identifier.RULE));
        }
        return currency;
    }
}
