package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.analytics.window.NamedWindows;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.state.Communities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Makes out what is asked for, and refuses what cannot be answered. */
@ApplicationScoped
public class Inquiry {
    /** Periods in one answer, at most. */
    public static final int MAX_PERIODS = 1000;

    private static final int MAX_KINDS = 50;

    private final Communities communities;
    private final Freshness freshness;
    private final Audiences audiences;
    private final NamedWindows windows;

    Inquiry(@Readiness Communities communities, Freshness freshness, Audiences audiences, NamedWindows windows) {
        this.communities = communities;
        this.freshness = freshness;
        this.audiences = audiences;
        this.windows = windows;
    }

    /** What to count and from which sets; fails with a problem that names the parameter at fault. */
    public Asked ask(String community, Period period, FigureQuery query) {
        if (query.group != null) {
            requireGroup(community, query.group);
        }
        nameDays(community, query);
        Set<String> kinds = kinds(query.kinds);
        LocalDate from = QueryParameter.day("from", query.from);
        LocalDate to = QueryParameter.day("to", query.to);
        AskedMembers members = audiences.asked(community, query);
        Freshness.Fresh fresh = freshness.require();
        Optional<DaySpan> data = fresh.activity().days(community);
        return new Asked(
                new Selection(community, query.group, kinds, audiences.of(community, members)),
                members,
                communities.zone(community, query.group),
                period,
                span(period, from, to, data),
                data,
                fresh);
    }

    /** Which acts are looked at where no request asks: accounts that operators run are left out. */
    public Selection selection(String community, @Nullable String group, Set<String> kinds, WhoseActs among) {
        FigureQuery query = new FigureQuery();
        query.audience = among.name();
        return new Selection(community, group, kinds, audiences.of(community, audiences.asked(community, query)));
    }

    private void nameDays(String community, FigureQuery query) {
        if (query.namedWindow == null && Boolean.parseBoolean(query.baseline)) {
            throw QueryParameter.refused("baseline", "needs a window to compare; name one by namedWindow=");
        }
        if (query.namedWindow == null || query.isNamed()) {
            return;
        }
        var _ = QueryParameter.identifier("namedWindow", query.namedWindow);
        if (query.from != null || query.to != null) {
            throw QueryParameter.refused("namedWindow", "stands in place of from and to; leave one or the other out");
        }
        query.name(windows.days(community, query.namedWindow));
    }

    private void requireGroup(String community, String group) {
        var _ = QueryParameter.identifier("group", group);
        if (!communities.hasGroup(community, group)) {
            throw new ProblemException(
                    FigureProblem.UNKNOWN_GROUP,
                    FieldError.parameter("group", "is \"" + group + "\", which the community does not have"));
        }
    }

    private static Set<String> kinds(List<String> asked) {
        if (asked.size() > MAX_KINDS) {
            throw QueryParameter.refused("kind", "is given " + asked.size() + " times, may be " + MAX_KINDS + " times");
        }
        asked.forEach(kind -> {
            var _ = QueryParameter.identifier("kind", kind);
        });
        return new TreeSet<>(asked);
    }

    private static Optional<DaySpan> span(
            Period period, @Nullable LocalDate from, @Nullable LocalDate to, Optional<DaySpan> data) {
        LocalDate last = to != null ? to : later(from, data.map(DaySpan::last).orElse(from));
        if (last == null) {
            return Optional.empty();
        }
        LocalDate first = from != null ? from : defaultFirst(period, last, data);
        if (first.isAfter(last)) {
            throw new ProblemException(
                    FigureProblem.RANGE_ENDS_BEFORE_IT_BEGINS,
                    FieldError.parameter("to", "is " + last + ", must not be before " + first));
        }
        if (first.isBefore(period.firstOf(MAX_PERIODS, last))) {
            throw tooLong(period, last);
        }
        return Optional.of(new DaySpan(first, last));
    }

    /** {@code from} lies more than {@link #MAX_PERIODS} periods before {@code last}. */
    public static ProblemException tooLong(Period period, LocalDate last) {
        return new ProblemException(
                FigureProblem.RANGE_TOO_LONG,
                FieldError.parameter(
                        "from",
                        "must be " + period.firstOf(MAX_PERIODS, last) + " or later, for at most " + MAX_PERIODS
                                + " periods up to " + last));
    }

    private static LocalDate defaultFirst(Period period, LocalDate last, Optional<DaySpan> data) {
        LocalDate first =
                data.map(DaySpan::first).filter(day -> !day.isAfter(last)).orElse(last);
        LocalDate earliest = period.firstOf(MAX_PERIODS, last);
        return first.isBefore(earliest) ? earliest : first;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
