package dev.hearth.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.PublishedData;
import dev.hearth.analytics.activity.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of two real communities' published cohorts and lifecycle; skipped where the data is absent. */
class PublishedCohortsTest {
    private static final Selection ALL = Selection.ofCommunity(PublishedData.COMMUNITY);
    private static final int PERIODS = 12;

    @ParameterizedTest
    @CsvSource({"collegemsg,false", "collegemsg,true", "qcse,false", "qcse,true"})
    void lifecycleMatchesEveryPublishedValue(String folder, boolean shuffled) {
        PublishedData data = PublishedData.of(folder);
        Activity activity = activity(data.acts("events.csv.gz"), shuffled);
        DaySpan days = activity.days(PublishedData.COMMUNITY).orElseThrow();

        assertThat(Lifecycle.figures(activity, ALL, Period.ISO_WEEK, days))
                .map(PublishedCohortsTest::line)
                .isEqualTo(PublishedData.rows(
                        data.figures("lifecycle_weekly.json").get("weeks"),
                        week -> Stream.of(
                                        "week",
                                        "monday",
                                        "active",
                                        "new",
                                        "returning",
                                        "resurrected",
                                        "newly_dormant",
                                        "dormant_total",
                                        "known_total")
                                .map(name -> week.get(name).asText())
                                .collect(Collectors.joining(" "))));
    }

    @ParameterizedTest
    @CsvSource({"collegemsg,false", "collegemsg,true", "qcse,false", "qcse,true"})
    void retentionMatchesEveryPublishedValue(String folder, boolean shuffled) {
        PublishedData data = PublishedData.of(folder);
        Activity activity = activity(data.acts("events.csv.gz"), shuffled);

        assertRetention(activity, ALL, ALL, data.figures("retention_weekly.json"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retentionOfSignUpsMatchesEveryPublishedValue(boolean shuffled) {
        PublishedData data = PublishedData.of("qcse");
        List<Act> acts = new ArrayList<>(data.acts("events.csv.gz"));
        acts.addAll(data.acts("other_events.csv.gz"));

        assertRetention(
                activity(acts, shuffled),
                ALL.withKinds(Set.of("question", "answer", "comment")),
                ALL.withKinds(Set.of("signup")),
                data.figures("retention_by_signup_week.json"));
    }

    private static void assertRetention(Activity activity, Selection acts, Selection entry, JsonNode published) {
        RetentionQuestion question = new RetentionQuestion(acts, entry, Period.ISO_WEEK, PERIODS, RetentionMode.EXACT);
        DaySpan days = activity.days(PublishedData.COMMUNITY).orElseThrow();

        assertThat(Retention.figures(activity, question, days, days.last()))
                .map(PublishedCohortsTest::line)
                .isEqualTo(PublishedData.rows(
                        published.get("cohorts"),
                        cohort -> cohort.get("cohort").asText() + " "
                                + cohort.get("monday").asText() + " " + cohort.get("size") + " "
                                + PublishedData.rows(cohort.get("active"), JsonNode::asText) + " "
                                + PublishedData.rows(cohort.get("retention"), rate -> plain(rate))));
    }

    private static Activity activity(List<Act> acts, boolean shuffled) {
        return PublishedData.activity(shuffled ? PublishedData.shuffledWithRepeats(acts) : acts);
    }

    private static String line(LifecycleFigure figure) {
        return figure.window().name() + " " + figure.window().days().first() + " "
                + Stream.of(
                                LifecycleState.ACTIVE,
                                LifecycleState.NEW,
                                LifecycleState.RETURNING,
                                LifecycleState.RESURRECTED,
                                LifecycleState.NEWLY_DORMANT,
                                LifecycleState.DORMANT,
                                LifecycleState.KNOWN)
                        .map(state -> Long.toString(figure.of(state)))
                        .collect(Collectors.joining(" "));
    }

    private static String line(RetentionFigure figure) {
        return figure.cohort().name() + " " + figure.cohort().days().first() + " " + figure.size() + " "
                + figure.active().stream().map(String::valueOf).toList() + " "
                + IntStream.rangeClosed(0, PERIODS)
                        .mapToObj(k -> plain(figure.rate(k)))
                        .toList();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "null" : number.stripTrailingZeros().toPlainString();
    }

    private static String plain(JsonNode number) {
        return number.isNull() ? "null" : plain(new BigDecimal(number.asText()));
    }
}
