package dev.hearth.analytics.participation;

import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.ListedWindow;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.drill.WindowName;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.CalendarPeriod;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.analytics.figure.KnownMembers;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Paging;
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

/** Participation over HTTP. */
@Path("/communities/{community}")
@Tag(name = "participation")
class ParticipationResource {

    private final Inquiry inquiry;
    private final Drill drill;
    private final KnownMembers members;

    ParticipationResource(Inquiry inquiry, Drill drill, KnownMembers members) {
        this.inquiry = inquiry;
        this.drill = drill;
        this.members = members;
    }

    @GET
    @Path("/participation")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how many of the members take part, and how much those do",
            description = "For every period from `from` to `to`: active members by members, acts by active member, and"
                    + " the share of acts that have a target. At most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "a figure for every period")
    public FiguresView<ParticipationView> measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam CalendarPeriod period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, period.asked(), query);
        return FiguresView.of(
                asked,
                asked
                        .figures(span -> Participation.figures(
                                asked.fresh().activity(), asked.selection(), asked.period(), span))
                        .stream()
                        .map(figure -> ParticipationView.of(figure, asked.data()))
                        .toList());
    }

    @GET
    @Path("/participation/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who take part in a period, or those who do not",
            description = "The members behind a figure of participation: `window` is its `period`.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam ListedWindow window,
            @Parameter(
                            description =
                                    "ACTIVE: who acted; MEMBERS: who belong to the community or group at the end of"
                                            + " the period; ACTIVE_MEMBERS, SILENT_MEMBERS: those of them who acted, or did not",
                            schema = @Schema(implementation = Standing.class, defaultValue = "ACTIVE"),
                            example = "SILENT_MEMBERS")
                    @QueryParam("standing")
                    @Nullable
                    String standing,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Standing asks =
                Objects.requireNonNullElse(QueryParameter.oneOf("standing", standing, Standing.class), Standing.ACTIVE);
        WindowName named = window.name();
        Asked asked = window.ask(inquiry, community, query);
        return drill.page(
                asked, paging, activity -> Participation.members(activity, asked.selection(), named.window(), asks));
    }

    @GET
    @Path("/members/{member}/participation")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how much a member takes part",
            description = "For every period from `from` to `to`, by default all with data of the community, at most"
                    + " 1,000. Whether the member is one of those asked for by tag, level or audience does not matter:"
                    + " it is asked for by name.")
    @APIResponse(responseCode = "200", description = "a figure for every period")
    public FiguresView<MemberParticipationView> measureMember(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "ann") @PathParam("member") String member,
            @BeanParam CalendarPeriod period,
            @BeanParam FigureQuery query) {
        KnownMembers.requireId(member);
        Asked asked = inquiry.ask(community, period.asked(), query);
        members.require(asked, member);
        return FiguresView.of(
                asked,
                asked
                        .figures(span -> Participation.of(
                                asked.fresh().activity(), asked.selection(), member, asked.period(), span))
                        .stream()
                        .map(MemberParticipationView::of)
                        .toList());
    }
}
