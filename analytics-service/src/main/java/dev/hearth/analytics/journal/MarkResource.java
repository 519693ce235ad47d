package dev.hearth.analytics.journal;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The journal of what was tried, over HTTP. */
@Path("/communities/{community}/journal-marks")
@Tag(name = "journal")
class MarkResource {
    private final Journal journal;

    MarkResource(Journal journal) {
        this.journal = journal;
    }

    /**
     * What was tried.
     *
     * @param to the same day, if left out
     */
    @Schema(name = "MarkDays", examples = """
                    {"title": "Newcomers are welcomed by name", "from": "2026-03-01", "to": "2026-03-07", "group": "runners"}""")
    record MarkDays(
            @Schema(required = true, minLength = 1, maxLength = Mark.MAX_TITLE, description = "what was tried")
            @Nullable
            String title,

            @Schema(required = true, description = "the first day", examples = "2026-03-01") @Nullable
            LocalDate from,

            @Schema(description = "the last day, at most 365 later; the first if left out", examples = "2026-03-07")
            @Nullable
            LocalDate to,

            @Schema(description = "where; left out for the whole community", examples = "runners") @Nullable
            String group) {
        Mark mark() {
            LocalDate first = Check.present("/from", from);
            return new Mark(Check.present("/title", title), first, Objects.requireNonNullElse(to, first), group);
        }
    }

    @PUT
    @Path("/{mark}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Note what was tried, and when",
            description = "The same again changes nothing; a change needs If-Match. At most 1,000 a community.")
    @APIResponse(
            responseCode = "201",
            description = "noted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MarkView.class)))
    @APIResponse(responseCode = "200", description = "it exists, as said")
    public Uni<RestResponse<MarkView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "new-welcome") @PathParam("mark") String mark,
            MarkDays body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return journal.marks()
                .put(community, mark, Check.present("", body).mark(), ifMatch)
                .map(put -> Put.answer(put.map(MarkView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{mark}")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Read a mark")
    @APIResponse(responseCode = "200", description = "the mark")
    public RestResponse<MarkView> get(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "new-welcome") @PathParam("mark") String mark) {
        return Put.answer(MarkView.of(journal.marks().get(community, mark)));
    }

    @DELETE
    @Path("/{mark}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(summary = "Take a mark away", description = "Needs If-Match.")
    @APIResponse(responseCode = "204", description = "it is gone")
    public Uni<Void> delete(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "new-welcome") @PathParam("mark") String mark,
            @BeanParam IfMatch ifMatch) {
        return journal.marks().remove(community, mark, ifMatch);
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the marks that touch some days, by id",
            description = "With group, those of this group and those of the whole community.")
    @APIResponse(responseCode = "200", description = "a page of them")
    public Page<MarkView> list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(description = "the first day; no limit if left out", example = "2026-01-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "the last day; no limit if left out", example = "2026-12-31")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "where; everywhere if left out", example = "runners")
                    @QueryParam("group")
                    @Nullable
                    String group,
            @BeanParam Paging paging) {
        DaySpan span = span(
                Objects.requireNonNullElse(QueryParameter.day("from", from), LocalDate.of(1, 1, 1)),
                Objects.requireNonNullElse(QueryParameter.day("to", to), LocalDate.of(9999, 12, 31)));
        String after = paging.after();
        return Page.of(
                        journal.marks().all(community).stream()
                                .filter(mark -> mark.id().compareTo(after) > 0)
                                .filter(mark -> mark.value().touches(span) && isIn(group, mark.value()))
                                .limit(paging.limit() + 1L)
                                .toList(),
                        paging.limit(),
                        Setting::id)
                .map(MarkView::of);
    }

    private static boolean isIn(@Nullable String group, Mark mark) {
        return group == null || mark.group() == null || group.equals(mark.group());
    }

    private static DaySpan span(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw QueryParameter.refused("to", "is " + to + ", must not be before " + from);
        }
        return new DaySpan(from, to);
    }
}
