package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of two real communities' published figures; skipped where the data is absent. */
class PublishedFiguresTest {
    @ParameterizedTest
    @ValueSource(strings = {"collegemsg", "qcse"})
    void matchesEveryPublishedValue(String folder) throws IOException {
        PublishedData data = PublishedData.of(folder);
        assertFigures(data.acts("events.csv.gz"), data.figures("active_users.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"collegemsg", "qcse"})
    void matchesEveryPublishedValueInAnyOrderWithRepeats(String folder) throws IOException {
        PublishedData data = PublishedData.of(folder);
        assertFigures(PublishedData.shuffledWithRepeats(data.acts("events.csv.gz")), data.figures("active_users.json"));
    }

    private static void assertFigures(List<Act> acts, JsonNode published) {
        Activity activity = PublishedData.activity(acts);
        Selection all = Selection.ofCommunity("acme");
        DaySpan days = activity.days("acme").orElseThrow();
        assertDays(published.get("daily"), activity, all, days);
        assertThat(activity.activeMembers(all, Period.ISO_WEEK, days))
                .map(week -> week.window().name() + " " + week.window().days().first() + " " + week.members())
                .isEqualTo(PublishedData.rows(
                        published.get("iso_weeks"),
                        row -> row.get("week").asText() + " "
                                + row.get("monday").asText() + " " + row.get("wau")));
        assertThat(activity.monthlyStickiness(all, days))
                .map(month -> month.month().name() + " " + month.activeMembers() + " " + month.daysObserved() + " "
                        + plain(month.meanDailyActive()) + " " + plain(month.stickiness()))
                .isEqualTo(PublishedData.rows(
                        published.get("months"),
                        row -> row.get("month").asText() + " " + row.get("mau") + " " + row.get("days_observed") + " "
                                + plain(row.get("mean_dau")) + " " + plain(row.get("mean_dau_over_mau"))));
        assertThat(activity.activeMembers(all, Period.MONTH, days))
                .map(ActiveMembers::members)
                .isEqualTo(PublishedData.rows(
                        published.get("months"), row -> row.get("mau").asLong()));
    }

    private static void assertDays(JsonNode published, Activity activity, Selection all, DaySpan days) {
        assertThat(activity.dailyStickiness(all, days))
                .map(day -> day.day() + " " + day.dailyActive() + " " + day.activeIn30Days() + " "
                        + plain(day.stickiness()) + " " + day.windowComplete())
                .isEqualTo(PublishedData.rows(
                        published,
                        row -> row.get("day").asText() + " " + row.get("dau") + " " + row.get("mau_30d") + " "
                                + plain(row.get("stickiness")) + " " + row.get("window_complete")));
        assertThat(activity.activeMembers(all, Period.ROLLING_7_DAYS, days))
                .map(ActiveMembers::members)
                .isEqualTo(
                        PublishedData.rows(published, row -> row.get("wau_7d").asLong()));
        assertThat(activity.activeMembers(all, Period.ROLLING_30_DAYS, days))
                .map(ActiveMembers::members)
                .isEqualTo(
                        PublishedData.rows(published, row -> row.get("mau_30d").asLong()));
        assertThat(activity.activeMembers(all, Period.DAY, days))
                .map(ActiveMembers::members)
                .isEqualTo(PublishedData.rows(published, row -> row.get("dau").asLong()));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "null" : number.stripTrailingZeros().toPlainString();
    }

    private static String plain(JsonNode number) {
        return number.isNull() ? "null" : plain(new BigDecimal(number.asText()));
    }
}
