package dev.hearth.analytics.participation;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one member did in a period.
 *
 * @param window the period
 * @param acts how often it acted
 * @param targeted how often to somebody or something
 * @param activeDays on how many days
 */
public record MemberParticipation(Window window, long acts, long targeted, int activeDays) {
    /** One for each window; none if the partition does not know the member. */
    static List<MemberParticipation> of(
            CommunityActivity activity, Selection selection, String member, List<Window> windows) {
        int ordinal = activity.find(member);
        if (ordinal < 0) {
            return List.of();
        }
        ActCounts counts = ActCounts.of(activity, selection, windows, other -> other == ordinal);
        return IntStream.range(0, windows.size())
                .mapToObj(i -> new MemberParticipation(
                        windows.get(i), counts.acts()[i], counts.targeted()[i], counts.days()[i].cardinality()))
                .toList();
    }
}
