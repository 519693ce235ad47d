package dev.hearth.analytics.revenue;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.projection.CampaignCost;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What campaigns cost, as incentive-service recorded it. */
final class CampaignCosts {
    private CampaignCosts() {}

    /** What one partition knows of the days. */
    static List<Money> of(CommunityActivity activity, DaySpan days) {
        List<@Nullable CampaignCost> known = new ArrayList<>();
        for (int number = 0; number < activity.places(); number++) {
            known.add(CampaignCost.of(activity.place(number).kind()).orElse(null));
        }
        List<Money> costs = new ArrayList<>();
        if (known.stream().allMatch(each -> each == null)) {
            return costs;
        }
        activity.rows().within(days.firstEpochDay(), days.lastEpochDay(), row -> {
            CampaignCost cost = known.get(row.place());
            if (cost != null && row.amount() != 0) {
                Place place = activity.place(row.place());
                costs.add(new Money(
                        Flow.COST,
                        row.amount(),
                        cost.currency(),
                        LocalDate.ofEpochDay(row.day()),
                        null,
                        cost.campaign(),
                        null,
                        null,
                        place.group(),
                        null));
            }
        });
        return costs;
    }
}
