package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.acceptance.truth.Figures;
import dev.hearth.acceptance.truth.Oracle;
import dev.hearth.acceptance.truth.Village;
import java.util.List;

/** Compares everything that the suite shows of a community with what must come out; every difference is told. */
final class Verdict {
    private final RunningSuite suite;
    private final Scenario scenario;
    private final String community;

    Verdict(RunningSuite suite, Scenario scenario, String community) {
        this.suite = suite;
        this.scenario = scenario;
        this.community = community;
    }

    void check(Summary summary) {
        checkReplay(summary);
        Figures points = new Points(suite, community).all();
        checkFigures(points);
        checkSlices();
        checkBooks();
        checkStreams(points, summary);
    }

    private void checkReplay(Summary summary) {
        assertThat(summary.fate().refused())
                .as("refused events of " + community)
                .isEmpty();
        assertThat(summary.fate().accepted())
                .as("accepted events of " + community)
                .isEqualTo(summary.fate().sent());
        assertThat(summary.caughtUp()).as("analytics and ledger caught up").isTrue();
    }

    /** Every published value: activity from analytics, numbers of events from the stream, points from the ledger. */
    private void checkFigures(Figures points) {
        Figures measured = new Activity(suite, community).all();
        measured.putAll("", new Streams(suite, community).events());
        measured.putAll("", points);
        assertNoDifference("figures of " + community, scenario.expected(), measured);
    }

    private void checkSlices() {
        Oracle oracle = scenario.oracle();
        if (oracle == null) {
            return;
        }
        Activity activity = new Activity(suite, community);
        for (String group : Village.GROUPS.keySet()) {
            assertNoDifference("group " + group, oracle.ofGroup(group), activity.ofGroup(group));
        }
        for (String kind : Village.KINDS) {
            assertNoDifference("kind " + kind, oracle.ofKind(kind), activity.ofKind(kind));
        }
    }

    private void checkBooks() {
        JsonNode audit = new Points(suite, community).trialBalance();
        assertThat(audit.path("sound").asBoolean()).as("sound books: " + audit).isTrue();
        assertThat(audit.path("currencies")).as("audited currencies: " + audit).hasSize(2);
        for (JsonNode currency : audit.path("currencies")) {
            assertThat(currency.path("total").asLong(-1))
                    .as("sum of all postings: " + audit)
                    .isZero();
        }
    }

    /** The streams alone give the same: who reads them needs nothing else. */
    private void checkStreams(Figures points, Summary summary) {
        Streams streams = new Streams(suite, community);
        assertNoDifference("sums of hearth.incentive", points, streams.credits());
        assertNoDifference("last states of hearth.balance-state", points, streams.balances());
        assertThat(streams.members()).as("members of hearth.member-state").hasSize(summary.members());
        assertThat(streams.members().values()).as("their status").containsOnly("ACTIVE");
    }

    private static void assertNoDifference(String what, Figures expected, Figures measured) {
        List<String> differences = expected.differencesTo(measured);
        assertThat(differences)
                .as(what + ", differences of " + expected.size() + " values")
                .isEmpty();
    }
}
