package dev.hearth.analytics.participation;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Participation and interaction by period (day, ISO week, month). Who belongs to the community or group follows from
 * the joins and leaves that were recorded, as of the end of each period; who is planted or has a tag, from what members
 * are now.
 */
public final class Participation {
    private Participation() {}

    /** A figure for every period that has a day of {@code asked}. */
    public static List<ParticipationFigure> figures(
            Activity activity, Selection selection, Period period, DaySpan asked) {
        List<Window> windows = period.windows(asked);
        List<ParticipationFigure> nothing =
                windows.stream().map(ParticipationFigure::none).toList();
        return activity.ask(selection.community(), partition -> figures(partition, selection, windows)).stream()
                .reduce(nothing, Participation::sum);
    }

    /** What one member did in every period that has a day of {@code asked}, whatever the audience. */
    static List<MemberParticipation> of(
            Activity activity, Selection selection, String member, Period period, DaySpan asked) {
        List<Window> windows = period.windows(asked);
        return activity
                .ask(selection.community(), partition -> MemberParticipation.of(partition, selection, member, windows))
                .stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseGet(() -> windows.stream()
                        .map(window -> new MemberParticipation(window, 0, 0, 0))
                        .toList());
    }

    /** Who stands so in a window, by ordinal: as many as the figure says. */
    static RoaringBitmap members(CommunityActivity activity, Selection selection, Window window, Standing standing) {
        RoaringBitmap active = activity.members(selection, window.days());
        RoaringBitmap members = activity.mask(selection.audience())
                .of(Membership.of(activity, selection.community(), selection.group())
                        .at(window.days().lastEpochDay()));
        return switch (standing) {
            case ACTIVE -> active;
            case MEMBERS -> members;
            case ACTIVE_MEMBERS -> RoaringBitmap.and(members, active);
            case SILENT_MEMBERS -> RoaringBitmap.andNot(members, active);
        };
    }

    private static List<ParticipationFigure> figures(
            CommunityActivity activity, Selection selection, List<Window> windows) {
        Mask audience = activity.mask(selection.audience());
        ActCounts acts = ActCounts.of(activity, selection, windows, audience::has);
        Membership membership = Membership.of(activity, selection.community(), selection.group());
        RoaringBitmap known = earlier(activity, selection, windows.getFirst());
        List<ParticipationFigure> figures = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            DaySpan days = windows.get(i).days();
            RoaringBitmap active = activity.members(selection, days);
            RoaringBitmap members = audience.of(membership.at(days.lastEpochDay()));
            known.or(active);
            figures.add(new ParticipationFigure(
                    windows.get(i),
                    active.getLongCardinality(),
                    known.getLongCardinality(),
                    members.getLongCardinality(),
                    RoaringBitmap.andCardinality(members, active),
                    acts.acts()[i],
                    acts.targeted()[i]));
        }
        return figures;
    }

    private static RoaringBitmap earlier(CommunityActivity activity, Selection selection, Window window) {
        LocalDate end = window.days().first().minusDays(1);
        return activity.span(selection)
                .filter(span -> !span.first().isAfter(end))
                .map(span -> activity.members(selection, new DaySpan(span.first(), end)))
                .orElseGet(RoaringBitmap::new);
    }

    private static List<ParticipationFigure> sum(List<ParticipationFigure> one, List<ParticipationFigure> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).plus(other.get(i)))
                .toList();
    }
}
