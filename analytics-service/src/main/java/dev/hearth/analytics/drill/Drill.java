package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Answer;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Hashes;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.projection.AsOf;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * Lists the members behind a figure, page by page. A figure that counts members is a function from a
 * {@link CommunityActivity} to the set of their ordinals in it; counting and listing ask the same function, so that the
 * list is as long as the figure is great. To list the members of a figure of yours:
 *
 * <pre>{@code
 * @GET
 * @Path("/members")
 * @Needs(Scope.ANALYTICS_READ)
 * public MembersView list(@PathParam("community") String community, @BeanParam FigureQuery query,
 *         @BeanParam Paging paging) {
 *     Asked asked = inquiry.ask(community, Period.DAY, query);
 *     return drill.page(asked, paging, activity -> activity.members(asked.selection(), days));
 * }
 * }</pre>
 *
 * <p>The days must follow from the parameters alone, not from the data: ask for them by a {@link WindowName}, or
 * require {@code from} and {@code to}. The cursor carries the state of the first page, and a hash of path and
 * parameters (but {@code limit} and {@code cursor}): further pages are taken from that state, even if acts were
 * recorded since, and another question's cursor is refused. An audience is that of the moment, as in every figure.
 *
 * <p>A page costs the figure; a further one, if acts came since, also the making of the earlier state: the acts of the
 * community are read once.
 */
@ApplicationScoped
public class Drill {
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor");

    private final UriInfo request;

    Drill(UriInfo request) {
        this.request = request;
    }

    /**
     * A page of the members.
     *
     * @param members who is behind the figure, by ordinal; pure: the same activity gives the same set
     */
    public MembersView page(Asked asked, Paging paging, Function<CommunityActivity, RoaringBitmap> members) {
        int limit = paging.limit();
        String question = question();
        String text = paging.after();
        if (text.isEmpty()) {
            Answer<Extract> first = asked.fresh()
                    .activity()
                    .answer(community(asked), activity -> Extract.of(activity, members.apply(activity), "", limit + 1));
            return view(first, question, asked.fresh().asOf(), limit);
        }
        ListCursor cursor = ListCursor.of(text, question);
        return view(further(asked, cursor, members, limit), question, cursor.asOf(), limit);
    }

    private static Answer<Extract> further(
            Asked asked, ListCursor cursor, Function<CommunityActivity, RoaringBitmap> members, int limit) {
        Activity activity = asked.fresh().activity();
        return activity.answer(
                        community(asked),
                        cursor.moment(),
                        then -> Extract.of(then, members.apply(then), cursor.after(), limit + 1))
                .orElseThrow(() -> new ProblemException(
                        DrillProblem.LIST_IS_GONE,
                        FieldError.parameter("cursor", "is of a list that is gone; begin again without it")));
    }

    private static MembersView view(Answer<Extract> answer, String question, AsOf asOf, int limit) {
        Extract list = answer.parts().stream().reduce(Extract.NOTHING, (one, other) -> one.plus(other, limit + 1));
        Page<String> page =
                Page.of(list.members(), limit, last -> new ListCursor(question, answer.moment(), asOf, last).text());
        return new MembersView(
                list.total(),
                page.items().stream().map(MembersView.ListedMember::new).toList(),
                page.next(),
                asOf);
    }

    private static String community(Asked asked) {
        return asked.selection().community();
    }

    private String question() {
        MultivaluedMap<String, String> given = request.getQueryParameters();
        TreeMap<String, Object> asked = new TreeMap<>();
        given.forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) {
                asked.put(name, values.stream().sorted().distinct().toList());
            }
        });
        return Long.toHexString(Hashes.of(request.getPath() + asked));
    }
}
