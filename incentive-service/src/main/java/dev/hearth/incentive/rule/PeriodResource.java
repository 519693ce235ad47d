package dev.hearth.incentive.rule;

import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Named periods, over HTTP. */
@Path("/communities/{community}/periods")
@Tag(name = "periods")
class PeriodResource {
    private final Defining<PeriodTerms> periods;
    private final CurrentCaller caller;

    PeriodResource(RuleBooks books, Legislature legislature, Pool pool, CurrentCaller caller) {
        this.periods = new Defining<>(books.periods(), legislature::period, pool);
        this.caller = caller;
    }

    /** A period, as often as it comes. */
    @Schema(name = "SetPeriod", examples = """
            {"name": "春节", "spans": [{"from": "2027-02-05T16:00:00Z", "until": "2027-02-12T16:00:00Z"}]}""")
    record SetPeriod(
            @Schema(required = true, minLength = 1, maxLength = PeriodTerms.MAX_NAME, examples = "春节") @Nullable
            String name,

            @Schema(required = true, description = "apart and in order", minItems = 1, maxItems = PeriodTerms.MAX_SPANS)
            @Nullable
            List<@Nullable SetStretch> spans,

            @Schema(description = "left out: ACTIVE") @Nullable
            DefinitionStatus status) {
        Wanted<PeriodTerms> wanted() {
            List<@Nullable SetStretch> given = Check.present("/spans", spans);
            if (given.isEmpty() || given.size() > PeriodTerms.MAX_SPANS) {
                throw Check.refused(
                        "/spans", "has " + given.size() + " spans, must have 1 to " + PeriodTerms.MAX_SPANS);
            }
            List<PeriodTerms.Stretch> checked = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                PeriodTerms.Stretch stretch =
                        Check.present("/spans/" + i, given.get(i)).stretch("/spans/" + i);
                if (i > 0 && stretch.from().isBefore(checked.getLast().until())) {
                    throw Check.refused("/spans/" + i + "/from", "is before the end of the span before it");
                }
                checked.add(stretch);
            }
            return Wanted.of(new PeriodTerms(Check.text("/name", name, PeriodTerms.MAX_NAME), checked), status);
        }
    }

    /** Once. */
    @Schema(name = "PeriodSpan")
    record SetStretch(
            @Schema(required = true, description = "the first instant") @Nullable
            Instant from,

            @Schema(required = true, description = "the first instant after it") @Nullable
            Instant until) {
        PeriodTerms.Stretch stretch(String at) {
            Instant begin = Check.present(at + "/from", from).truncatedTo(ChronoUnit.MICROS);
            Instant end = Check.present(at + "/until", until).truncatedTo(ChronoUnit.MICROS);
            if (!begin.isBefore(end)) {
                throw Check.refused(at + "/until", "is " + end + ", must be after from, " + begin);
            }
            return new PeriodTerms.Stretch(begin, end);
        }
    }

    @PUT
    @Path("/{period}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Set a named period that rules can name, or change it",
            description = "The same again changes nothing. A change of an existing period is a new version and needs"
                    + " If-Match; the rules that name it follow.")
    @APIResponse(
            responseCode = "201",
            description = "set",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PeriodView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PeriodView.class)))
    public Uni<RestResponse<PeriodView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("period") @Parameter(example = "spring-festival") String period,
            SetPeriod body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return periods.put(
                        new DefinitionKey(community, period),
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(PeriodView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{period}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a period")
    public Uni<RestResponse<PeriodView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("period") @Parameter(example = "spring-festival") String period) {
        return periods.get(new DefinitionKey(community, period)).map(found -> Put.answer(PeriodView.of(found)));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the community's periods, by id")
    public Uni<Page<PeriodView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return periods.page(community, paging).map(page -> page.map(PeriodView::of));
    }
}
