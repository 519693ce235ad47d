package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.ReplayOptions;
import dev.hearth.acceptance.replay.Run;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.acceptance.replay.Target;
import dev.hearth.acceptance.truth.Figures;
import dev.hearth.acceptance.truth.SharedData;
import dev.hearth.acceptance.truth.Votes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A question-and-answer site's reputation, by rules over REST: a daily cap that two rules share, rules that take points
 * away, members who come to owe some; every member's points as published.
 */
class VotePointsIT {
    private static final String COMMUNITY = "qcse-votes";
    private static final String CURRENCY = "reputation";
    private static final long SEED = 20241106;

    private final RunningSuite suite = RunningSuite.shared();

    @TempDir
    Path folder;

    @Test
    void givesEveryMemberThePublishedPointsWhateverTheOrderOfTheVotes() throws IOException {
        Optional<SharedData> data = SharedData.find("qcse");
        assumeTrue(data.isPresent(), "no shared/data/qcse beside the checkout, nor at HEARTH_SHARED");
        Votes votes = new Votes(data.orElseThrow());
        establish();

        Summary summary = replay(votes.write(folder.resolve("votes.csv")));

        assertThat(summary.fate().refused()).isEmpty();
        assertThat(summary.fate().accepted()).isGreaterThan(votes.size());
        assertThat(summary.caughtUp()).isTrue();
        Points points = new Points(suite, COMMUNITY);
        Figures expected = votes.expected(CURRENCY.toUpperCase(Locale.ROOT));
        assertThat(expected.differencesTo(points.of(CURRENCY))).isEmpty();
        assertThat(points.trialBalance().path("sound").asBoolean()).isTrue();
        assertThat(new Books(suite).violations()).isEmpty();
    }

    private void establish() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode charter = json.objectNode()
                .put("name", COMMUNITY)
                .put("purpose", "acceptance")
                .put("zone", "UTC")
                .put("joinMode", "OPEN");
        var _ = suite.client()
                .put(suite.member("/communities/" + COMMUNITY), charter)
                .orFail("PUT " + COMMUNITY);
        put("/currencies/" + CURRENCY, json.objectNode().put("name", "Reputation"));
        put("/caps/upvotes", json.objectNode().put("unit", "POINTS").put("limit", Votes.DAILY));
        EventKinds.declare(suite, COMMUNITY, Votes.AMOUNTS.keySet());
        Votes.AMOUNTS.forEach((kind, amount) -> {
            ObjectNode rule = json.objectNode().put("currency", CURRENCY).put("amount", amount);
            rule.putArray("kinds").add(kind);
            if (Votes.UPVOTES.contains(kind)) {
                rule.putArray("caps").add(json.objectNode().put("cap", "upvotes"));
            }
            put("/earning-rules/" + kind, rule);
        });
    }

    /** The community is new: incentive-service may hear of it a moment later. */
    private void put(String path, ObjectNode body) {
        String address = "/communities/" + COMMUNITY + path;
        Answer answer = Eventually.get(
                () -> suite.client().put(suite.incentive(address), body), response -> response.status() != 404);
        var _ = answer.orFail("PUT " + address);
    }

    private Summary replay(Path votes) {
        Target target = new Target(COMMUNITY, ZoneId.of("UTC"), suite.addresses());
        ReplayOptions options = ReplayOptions.usual(votes, target)
                .with(Disorder.shuffled(SEED, 0.05))
                .with(Pace.USUAL);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Run(options, suite.client(), new Screen(nowhere, false)).replay();
    }
}
