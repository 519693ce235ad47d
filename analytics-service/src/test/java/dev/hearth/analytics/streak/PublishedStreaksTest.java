package dev.hearth.analytics.streak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.PublishedData;
import dev.hearth.analytics.activity.Selection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value of two real communities' published streaks; skipped where the data is absent. */
class PublishedStreaksTest {
    @ParameterizedTest
    @CsvSource({"collegemsg,false", "collegemsg,true", "qcse,false", "qcse,true"})
    void streaksMatchEveryPublishedValue(String folder, boolean shuffled) {
        PublishedData data = PublishedData.of(folder);
        List<Act> acts = data.acts("events.csv.gz");
        Activity activity = PublishedData.activity(shuffled ? PublishedData.shuffledWithRepeats(acts) : acts);
        JsonNode published = data.figures("streaks.json");
        DaySpan days = activity.days(PublishedData.COMMUNITY).orElseThrow();
        int listed = published.get("top").size();

        Streaks streaks = Streaks.figures(activity, Selection.ofCommunity(PublishedData.COMMUNITY), days, listed);

        assertThat(IntStream.range(0, listed)
                        .mapToObj(i -> (i + 1) + " " + streaks.top().get(i).member() + " "
                                + streaks.top().get(i).days() + " "
                                + streaks.top().get(i).run().first() + " "
                                + streaks.top().get(i).run().last())
                        .toList())
                .isEqualTo(PublishedData.rows(
                        published.get("top"),
                        row -> row.get("rank") + " " + row.get("user").asText() + " " + row.get("days") + " "
                                + row.get("start").asText() + " "
                                + row.get("end").asText()));
        SortedMap<Integer, Long> histogram = new TreeMap<>();
        published
                .get("histogram")
                .properties()
                .forEach(bar -> histogram.put(
                        Integer.valueOf(bar.getKey()), bar.getValue().asLong()));
        assertThat(streaks.histogram()).isEqualTo(histogram);
        assertThat(histogram.get(published.get("cutoff_value").asInt()))
                .isEqualTo(published.get("users_at_cutoff").asLong());
    }
}
