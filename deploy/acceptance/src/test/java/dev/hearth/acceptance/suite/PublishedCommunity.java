package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.ReplayOptions;
import dev.hearth.acceptance.replay.Run;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.acceptance.replay.Target;
import dev.hearth.acceptance.truth.Figures;
import dev.hearth.acceptance.truth.Published;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A real community under a name of ours, with every figure that is published of it: counts, boards, streaks, lifecycle,
 * cohorts and funnels.
 */
final class PublishedCommunity {
    /** What members do there, as the suite calls it; the rest of the files is what happens to them. */
    private static final List<String> ACTIVITY =
            List.of("message.posted", "question.asked", "answer.posted", "comment.posted");

    private static final Map<String, String> STEPS = Map.of(
            "signup", "site.signup",
            "contribution", "question.asked,answer.posted,comment.posted",
            "question", "question.asked",
            "answer", "answer.posted",
            "comment", "comment.posted",
            "badge:Teacher", "badge.teacher");

    private static final Map<String, String> STATES = Map.of(
            "active", "active",
            "new", "newMembers",
            "returning", "returning",
            "resurrected", "resurrected",
            "newly_dormant", "newlyDormant",
            "dormant_total", "dormantTotal",
            "known_total", "knownTotal");

    private final RunningSuite suite;
    private final String community;
    private final Published published;

    PublishedCommunity(RunningSuite suite, String community, Published published) {
        this.suite = suite;
        this.community = community;
        this.published = published;
    }

    /** Asks for every published value and compares. */
    void check() throws IOException {
        String kinds = "&kind=" + String.join("&kind=", ACTIVITY);
        assertNoDifference(published.lifecycle(), lifecycle(kinds, published.lifecycle()));
        assertNoDifference(published.retention(), cohorts(kinds));
        assertNoDifference(published.counts(), counts(published.counts(), PublishedCommunity::activityKind));
        checkBoards(kinds);
        checkStreaks(kinds, published.streaks());
        if (published.hasOthers()) {
            assertNoDifference(published.otherCounts(), counts(published.otherCounts(), PublishedCommunity::otherKind));
            assertNoDifference(published.signUps(), cohorts(kinds + "&cohortKind=site.signup"));
            checkFunnels(published.funnels());
        }
    }

    private Figures lifecycle(String kinds, Figures expected) {
        assertThat(expected.size()).isPositive();
        Figures figures = new Figures();
        for (JsonNode week : items("lifecycle?period=ISO_WEEK" + kinds)) {
            // Weeks before the first act have nobody: the published ones begin with it.
            if (week.path("knownTotal").asLong() > 0) {
                STATES.forEach(
                        (name, field) -> figures.put(week.path("period").asText() + " " + name, week.path(field)));
            }
        }
        return figures;
    }

    private Figures cohorts(String query) {
        Figures figures = new Figures();
        for (JsonNode cohort : items("retention?period=ISO_WEEK&periods=12" + query)) {
            // The published ones begin with the first that has members.
            if (figures.size() == 0 && cohort.path("size").asLong() == 0) {
                continue;
            }
            String week = cohort.path("period").asText();
            figures.put(week + " size", cohort.path("size"));
            for (JsonNode rest : cohort.path("retained")) {
                figures.put(week + " +" + rest.path("k").asInt(), rest.path("active"));
                figures.put(week + " rate +" + rest.path("k").asInt(), rest.path("rate"));
            }
        }
        return figures;
    }

    /** The counts that are expected, under their published names; days of the community without any are none's. */
    private Figures counts(Figures expected, UnaryOperator<String> nameOf) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode day : items("event-counts?period=DAY")) {
            for (JsonNode kind : day.path("kinds")) {
                String name = nameOf.apply(kind.path("kind").asText());
                if (!name.isEmpty()) {
                    long events = kind.path("events").asLong();
                    sums.merge(day.path("period").asText() + " " + name, events, Long::sum);
                    sums.merge(day.path("period").asText() + " total", events, Long::sum);
                }
            }
        }
        Figures figures = new Figures();
        expected.names().forEach(name -> figures.put(name, sums.getOrDefault(name, 0L)));
        sums.keySet().stream()
                .filter(name -> !expected.names().contains(name) && !name.endsWith(" total"))
                .forEach(name -> figures.put(name, sums.getOrDefault(name, 0L)));
        return figures;
    }

    private static String activityKind(String kind) {
        return ACTIVITY.contains(kind) ? kind.substring(0, kind.indexOf('.')) : "";
    }

    private static String otherKind(String kind) {
        return kind.startsWith("badge.")
                ? "badge"
                : kind.startsWith("site.") ? kind.substring(5).replace('-', '_') : "";
    }

    private void checkBoards(String kinds) throws IOException {
        for (Map.Entry<String, JsonNode> board : published.boards().entrySet()) {
            JsonNode expected = board.getValue();
            String query = switch (board.getKey()) {
                case "all" -> kinds;
                case "week" ->
                    kinds + "&window=ISO_WEEK&on=" + expected.path("monday").asText();
                default -> "&kind=" + STEPS.getOrDefault(board.getKey(), board.getKey() + ".posted");
            };
            int listed = expected.path("top").size();
            URI address = suite.analytics("/communities/" + community + "/leaderboards?limit=" + listed + query);
            JsonNode measured =
                    suite.client().get(address).orFail("GET " + address).body();
            long cutoff = expected.path("cutoff_value").asLong();
            assertThat(places(measured.path("items"), "memberId", "score", cutoff))
                    .as(board.getKey())
                    .isEqualTo(places(expected.path("top"), "user", "value", cutoff));
            assertThat(measured.path("cutOff").path("score").asLong()).isEqualTo(cutoff);
            assertThat(measured.path("cutOff").path("members").asLong())
                    .isEqualTo(expected.path("users_at_cutoff").asLong());
        }
    }

    private void checkStreaks(String kinds, JsonNode expected) {
        int listed = expected.path("top").size();
        URI address = suite.analytics("/communities/" + community + "/streaks?limit=" + listed + kinds);
        JsonNode measured = suite.client().get(address).orFail("GET " + address).body();
        long cutoff = expected.path("cutoff_value").asLong();
        assertThat(places(measured.path("items"), "memberId", "days", cutoff))
                .isEqualTo(places(expected.path("top"), "user", "days", cutoff));
        Map<String, Long> histogram = new TreeMap<>();
        measured.path("histogram")
                .forEach(bar -> histogram.put(
                        bar.path("days").asText(), bar.path("members").asLong()));
        Map<String, Long> published = new TreeMap<>();
        expected.path("histogram")
                .properties()
                .forEach(bar -> published.put(bar.getKey(), bar.getValue().asLong()));
        assertThat(histogram).isEqualTo(published);
    }

    /** In order; at the last value others may stand who are not listed, so there only values count. */
    private static List<String> places(JsonNode list, String member, String value, long cutoff) {
        List<String> places = new ArrayList<>();
        list.forEach(place -> places.add(
                place.path(value).asLong() == cutoff
                        ? Long.toString(cutoff)
                        : place.path(member).asText() + " " + place.path(value).asLong()));
        return places;
    }

    private void checkFunnels(List<JsonNode> funnels) {
        assertThat(funnels).hasSize(12);
        for (JsonNode funnel : funnels) {
            List<Long> expected = new ArrayList<>();
            List<String> steps = new ArrayList<>();
            funnel.path("counts").properties().forEach(step -> {
                steps.add("step=" + STEPS.get(step.getKey()));
                expected.add(step.getValue().asLong());
            });
            JsonNode days = funnel.path("window_days");
            String query = String.join("&", steps) + (days.isNull() ? "" : "&windowDays=" + days.asInt());
            assertThat(items("funnel?" + query))
                    .as(query)
                    .extracting(step -> step.path("members").asLong())
                    .isEqualTo(expected);
        }
    }

    private List<JsonNode> items(String query) {
        URI address = suite.analytics("/communities/" + community + "/" + query);
        List<JsonNode> items = new ArrayList<>();
        suite.client()
                .get(address)
                .orFail("GET " + address)
                .body()
                .path("items")
                .forEach(items::add);
        return items;
    }

    /** Registers it, with the kinds of its events. */
    void establish() throws IOException {
        ObjectNode charter = JsonNodeFactory.instance
                .objectNode()
                .put("name", community)
                .put("purpose", "acceptance")
                .put("zone", "UTC")
                .put("joinMode", "OPEN");
        var _ = suite.client()
                .put(suite.member("/communities/" + community), charter)
                .orFail("PUT " + community);
        EventKinds.declare(suite, community, published.otherKinds());
    }

    /** Replays all events of a file that {@link Published#write} wrote, and waits until all effects are there. */
    Summary replay(Path file, Disorder disorder, Pace pace) {
        Target target = new Target(community, ZoneId.of("UTC"), suite.addresses());
        ReplayOptions options = ReplayOptions.usual(file, target).with(disorder).with(pace);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Run(options, suite.client(), new Screen(nowhere, false)).replay();
    }

    private static void assertNoDifference(Figures expected, Figures measured) {
        List<String> differences = expected.differencesTo(measured);
        assertThat(differences)
                .as(() -> "differences of " + expected.size() + " values: "
                        + differences.stream().limit(20).collect(Collectors.joining("; ")))
                .isEmpty();
    }
}
