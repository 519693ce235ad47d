package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** P6 to P9 of the quality plan and X9 of the capabilities, on one running suite. */
final class AnalyticsBench {
    private final AnalyticsArena arena;
    private final Child generator;
    private final AnalyticsOptions options;
    private final List<Measured> measured = new ArrayList<>();

    AnalyticsBench(AnalyticsArena arena, Child generator, AnalyticsOptions options) {
        this.arena = arena;
        this.generator = generator;
        this.options = options;
    }

    AnalyticsReport run(Machine machine) {
        if (options.has("P6")) {
            measured.addAll(new FreshnessBench(arena, generator, options).run());
        }
        if (options.has("X9")) {
            measured.addAll(new BoardsBench(arena, options).run());
        }
        return new AnalyticsReport(options, machine, measured, options.hasHistory() ? ofHistory() : 0);
    }

    /** How many events were not counted once. */
    private long ofHistory() {
        arena.establish(History.COMMUNITY);
        arena.stopOthers();
        History history = new History(options.members());
        try (EventTopic topic = arena.topic(History.COMMUNITY)) {
            history.send(topic, options.events(), arena.progress());
        }
        arena.awaitCaughtUp("history");
        long missing = Math.abs(options.events() - counted());
        QuestionBench questions = new QuestionBench(arena, generator, options, history);
        if (options.has("P8")) {
            measured.addAll(questions.figures());
        }
        if (options.has("P9")) {
            measured.addAll(questions.boards());
        }
        if (options.has("P7")) {
            measured.addAll(new RebuildBench(arena, options).run());
        }
        return missing;
    }

    private long counted() {
        long counted = 0;
        for (JsonNode month :
                arena.ask(History.COMMUNITY, "event-counts?period=MONTH").path("items")) {
            for (JsonNode kind : month.path("kinds")) {
                counted += kind.path("events").asLong();
            }
        }
        return counted;
    }
}
