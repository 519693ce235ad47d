package dev.hearth.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hearth.incentive.Streams.Event;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged service, from a rule to the points on a member's statement. */
@QuarkusIntegrationTest
@IncentiveStack
class IncentiveJourneyIT {
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    @Test
    void paysWhatTheRulesSayAndShowsWhereItComesFrom() {
        Api api = Api.all();
        try (Streams streams = new Streams()) {
            String community = api.community(streams);
            String base = "/communities/" + community;
            api.put(base + "/caps/daily-20", "{\"unit\":\"POINTS\",\"limit\":20}")
                    .then()
                    .statusCode(201);
            api.put(base + "/earning-rules/message-points", rule(2, "{\"cap\":\"daily-20\"}"))
                    .then()
                    .statusCode(201);
            api.put(
                            base + "/earning-rules/daily-bonus",
                            rule(5, "{\"cap\":\"daily-20\"},{\"unit\":\"TIMES\",\"limit\":1}"))
                    .then()
                    .statusCode(201);
            List<Event> events = new ArrayList<>();
            for (int number = 0; number < 15; number++) {
                events.add(new Event(community, "e" + number, "ada", "message.posted", NOON.plusSeconds(number)));
            }
            events.add(new Event(community, "e15", "bob", "message.posted", NOON));
            events.addAll(events.subList(0, 5));
            streams.engage(events);
            api.caughtUp();

            assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 20L, "bob", 7L));
            api.get(base + "/members/bob/entries").then().body("items", hasSize(2));
            api.get(base + "/members/bob/entries").then().body("items[0].sourceEvent", equalTo("e15"));
            api.assertSound(community);
        }
    }

    private static String rule(int amount, String caps) {
        return "{\"kinds\":[\"message.posted\"],\"currency\":\"points\",\"amount\":" + amount + ",\"caps\":[" + caps
                + "]}";
    }
}
