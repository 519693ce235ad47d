package dev.hearth.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.truth.Figures;
import java.net.URI;
import java.util.function.Consumer;

/** What analytics says over REST, under the names of the published figures. */
final class Activity {
    private final RunningSuite suite;
    private final String community;

    Activity(RunningSuite suite, String community) {
        this.suite = suite;
        this.community = community;
    }

    /** Every day, week and month with data of the whole community. */
    Figures all() {
        return of("");
    }

    /** The same of one group. */
    Figures ofGroup(String group) {
        return of("&group=" + group);
    }

    /** The same of one kind of events. */
    Figures ofKind(String kind) {
        return of("&kind=" + kind);
    }

    private Figures of(String slice) {
        Figures figures = new Figures();
        each("active-members?period=DAY" + slice, day -> put(figures, day, "dau", "activeMembers"));
        each("active-members?period=ROLLING_7_DAYS" + slice, day -> put(figures, day, "wau_7d", "activeMembers"));
        each("active-members?period=ROLLING_30_DAYS" + slice, day -> {
            put(figures, day, "mau_30d", "activeMembers");
            put(figures, day, "window_complete", "windowComplete");
        });
        each("stickiness?period=DAY" + slice, day -> put(figures, day, "stickiness", "stickiness"));
        each("active-members?period=ISO_WEEK" + slice, week -> {
            put(figures, week, "wau", "activeMembers");
            put(figures, week, "monday", "start");
        });
        each("active-members?period=MONTH" + slice, month -> put(figures, month, "mau", "activeMembers"));
        each("stickiness?period=MONTH" + slice, month -> {
            put(figures, month, "days_observed", "daysObserved");
            put(figures, month, "mean_dau", "dailyActive");
            put(figures, month, "mean_dau_over_mau", "stickiness");
        });
        return figures;
    }

    private void each(String query, Consumer<JsonNode> reader) {
        URI address = suite.analytics("/communities/" + community + "/" + query);
        suite.client()
                .get(address)
                .orFail("GET " + address)
                .body()
                .path("items")
                .forEach(reader);
    }

    private static void put(Figures figures, JsonNode item, String name, String field) {
        figures.put(item.path("period").asText() + " " + name, item.path(field));
    }
}
