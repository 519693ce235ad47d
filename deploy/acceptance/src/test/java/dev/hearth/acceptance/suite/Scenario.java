package dev.hearth.acceptance.suite;

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
import dev.hearth.acceptance.truth.Oracle;
import dev.hearth.acceptance.truth.SharedData;
import dev.hearth.acceptance.truth.Village;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events to replay and the figures that must come of them.
 *
 * @param name what people call it
 * @param events the file
 * @param size how many events it has
 * @param zone the community's zone
 * @param groups its groups with their own zones
 * @param earning the kinds that rules A and B pay for
 * @param expected what must come out
 * @param oracle what judges groups and kinds, for communities of our own making
 */
record Scenario(
        String name,
        Path events,
        int size,
        ZoneId zone,
        Map<String, Optional<ZoneId>> groups,
        List<String> earning,
        Figures expected,
        @Nullable Oracle oracle) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KINDS =
            List.of("message.posted", "question.asked", "answer.posted", "comment.posted");

    /** A real community; empty where its data is not at hand. */
    static Optional<Scenario> real(String name) throws IOException {
        Optional<SharedData> found = SharedData.find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SharedData data = found.get();
        return Optional.of(new Scenario(
                name, data.events(), data.size(), ZoneId.of("UTC"), Map.of(), KINDS, data.expected(), null));
    }

    /** A community made up from a seed. */
    static Scenario village(long seed, int events, Path folder) throws IOException {
        Village village = Village.of(seed, events);
        Path file = village.write(folder.resolve("village-" + seed + ".csv"));
        Oracle oracle = new Oracle(village);
        return new Scenario(
                "village",
                file,
                village.size(),
                Village.ZONE,
                Village.GROUPS,
                Village.EARNING,
                oracle.expected(),
                oracle);
    }

    /** Registers the community with its groups and the two rules, before the first event. */
    void establish(RunningSuite suite, String community) {
        ObjectNode charter = JSON.objectNode()
                .put("name", name)
                .put("purpose", "acceptance")
                .put("zone", zone.getId())
                .put("joinMode", "OPEN");
        put(suite, "/communities/" + community, charter);
        groups.forEach((group, own) -> {
            ObjectNode signboard = JSON.objectNode().put("name", group);
            own.ifPresent(id -> signboard.put("zone", id.getId()));
            put(suite, "/communities/" + community + "/groups/" + group, signboard);
        });
        new Rules(suite, community, earning).make();
    }

    /** Replays the events and waits until all effects are there. */
    Summary replay(RunningSuite suite, String community, Disorder disorder, Pace pace) {
        ReplayOptions options = ReplayOptions.usual(events, new Target(community, zone, suite.addresses()))
                .with(disorder)
                .with(pace);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Run(options, suite.client(), new Screen(nowhere, false)).replay();
    }

    private static void put(RunningSuite suite, String path, ObjectNode body) {
        var _ = suite.client().put(suite.member(path), body).orFail("PUT " + path);
    }
}
