package dev.hearth.acceptance.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The events made of votes, folded with plain loops, give the published points: so a difference is the suite's. */
class VotesTest {
    @Test
    void giveThePublishedPointsWhenTheyAreAddedUpByHand() throws IOException {
        Optional<SharedData> data = SharedData.find("qcse");
        assumeTrue(data.isPresent(), "no shared/data/qcse beside the checkout, nor at HEARTH_SHARED");
        Votes votes = new Votes(data.orElseThrow());
        Map<String, Long> points = new HashMap<>();
        Map<String, Integer> days = new HashMap<>();
        for (Votes.Vote vote : votes.votes()) {
            int amount = Votes.AMOUNTS.getOrDefault(vote.kind(), 0);
            if (Votes.UPVOTES.contains(vote.kind())) {
                String day = vote.member() + " " + vote.day();
                int before = days.getOrDefault(day, 0);
                amount = Math.min(amount, Votes.DAILY - before);
                days.put(day, before + amount);
            }
            points.merge(vote.member(), (long) amount, Long::sum);
        }
        Figures summed = new Figures();
        points.forEach((member, sum) -> {
            if (sum != 0) {
                summed.put("points v of " + member, sum);
            }
        });

        Figures expected = votes.expected("v");
        assertThat(expected.differencesTo(summed)).isEmpty();
        assertThat(expected.size()).isGreaterThan(300);
        assertThat(expected.values().values()).as("a member that owes").anyMatch(value -> value.startsWith("-"));
        assertThat(days.values()).as("days at the cap").contains(Votes.DAILY);
    }
}
