package dev.hearth.analytics.streak;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.analytics.figure.KnownMembers;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One member's streak over HTTP. */
@Path("/communities/{community}/members/{member}/streak")
@Tag(name = "streaks")
class MemberStreakResource {
    private final Inquiry inquiry;
    private final KnownMembers members;
    private final Clock clock;

    MemberStreakResource(Inquiry inquiry, KnownMembers members, Clock clock) {
        this.inquiry = inquiry;
        this.members = members;
        this.clock = clock;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell on how many days in a row a member has acted",
            description = "The run that is going on on the day `to` (by default today, in the time zone of the group,"
                    + " else of the community), and the longest one from `from` to then. Whether the member is one of"
                    + " those asked for by tag, level or audience does not matter: it is asked for by name.")
    @APIResponse(responseCode = "200", description = "the member's runs; none if it never acted as asked")
    public MemberStreakView measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "ann") @PathParam("member") String member,
            @BeanParam FigureQuery query) {
        KnownMembers.requireId(member);
        Asked asked = inquiry.ask(community, Period.MONTH, query);
        members.require(asked, member);
        LocalDate today = LocalDate.now(clock.withZone(asked.zone()));
        LocalDate day = query.to == null ? today : asked.span().orElseThrow().last();
        LocalDate first = asked.span()
                .map(DaySpan::first)
                .filter(from -> !from.isAfter(day))
                .orElse(day);
        return MemberStreakView.of(
                member,
                day,
                Streaks.of(asked.fresh().activity(), asked.selection(), member, new DaySpan(first, day)),
                asked.fresh().asOf());
    }
}
