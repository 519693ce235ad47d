package dev.hearth.analytics.dashboard;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.dashboard.MemberPageView.ActView;
import dev.hearth.analytics.dashboard.MemberPageView.ActiveDayView;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One member's days and latest acts. */
@Path("/communities/{community}/members/{member}/activity")
@Tag(name = "dashboard")
class MemberPageResource {
    private static final int DAYS = 366;
    private static final int LATEST = 100;

    private final Freshness freshness;

    MemberPageResource(Freshness freshness) {
        this.freshness = freshness;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell a member's active days and latest acts",
            description = "Days count from the member's own last one back. Planted accounts are answered like others.")
    @APIResponse(responseCode = "200", description = "days and acts")
    public MemberPageView of(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "ann") @PathParam("member") String member) {
        Freshness.Fresh fresh = freshness.require();
        return fresh.activity().ask(community, activity -> Past.of(activity, member)).stream()
                .filter(past -> past.known)
                .findFirst()
                .map(past -> new MemberPageView(member, past.days(), past.latest(), fresh.asOf()))
                .orElseThrow(() -> new ProblemException(
                        RequestProblem.NOT_FOUND,
                        FieldError.path("member", "is \"" + member + "\", of whom nothing is known here")));
    }

    /** Everything of a member that one partition has. */
    private static final class Past {
        private final boolean known;
        private final TreeMap<Integer, Long> days = new TreeMap<>();
        private final PriorityQueue<ActView> latest = new PriorityQueue<>(Comparator.comparing(ActView::at));

        private Past(boolean known) {
            this.known = known;
        }

        static Past of(CommunityActivity activity, String member) {
            int ordinal = activity.find(member);
            Past past = new Past(ordinal >= 0);
            if (past.known) {
                activity.rows().from(0, row -> {
                    if (row.ordinal() == ordinal) {
                        Place place = activity.place(row.place());
                        past.add(
                                place,
                                row.day(),
                                new ActView(
                                        place.kind(),
                                        place.group(),
                                        Instant.ofEpochMilli(row.at()),
                                        row.hasValue() ? row.value() : null));
                    }
                });
            }
            return past;
        }

        private void add(Place place, int day, ActView act) {
            if (place.activity()) {
                days.merge(day, 1L, Long::sum);
            }
            latest.add(act);
            if (latest.size() > LATEST) {
                var _ = latest.poll();
            }
        }

        List<ActiveDayView> days() {
            return days.isEmpty()
                    ? List.of()
                    : days.tailMap(days.lastKey() - DAYS, false).entrySet().stream()
                            .map(Past::day)
                            .toList();
        }

        private static ActiveDayView day(Map.Entry<Integer, Long> day) {
            return new ActiveDayView(LocalDate.ofEpochDay(day.getKey()), day.getValue());
        }

        List<ActView> latest() {
            return latest.stream()
                    .sorted(Comparator.comparing(ActView::at).reversed())
                    .toList();
        }
    }
}
