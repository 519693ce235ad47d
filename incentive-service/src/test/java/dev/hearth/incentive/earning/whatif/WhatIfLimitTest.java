package dev.hearth.incentive.earning.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a what-if may keep in memory, and the many steps of one whose steps are small. */
@QuarkusTest
@IncentiveStack
@TestProfile(WhatIfLimitTest.Narrow.class)
class WhatIfLimitTest {
    private static final int FACTS = 20;
    private static final int MEMBERS = 5;

    private final Api api = Api.all();

    /** A service with hardly any memory. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hearth.what-if.facts", Integer.toString(FACTS),
                    "hearth.what-if.members", Integer.toString(MEMBERS),
                    "hearth.what-if.step", "3");
        }
    }

    @Test
    void aHistoryThatFitsIsToldAndOneThatDoesNotFailsAndSaysWhy() {
        assertThat(told(FACTS, 1).getLong("result.currencies[0].current.points"))
                .isEqualTo(FACTS);

        JsonPath tooMany = told(FACTS + 1, 1);
        assertThat(tooMany.getString("status")).isEqualTo("FAILED");
        assertThat(tooMany.getString("failure"))
                .contains("too large to be replayed")
                .contains("hearth.what-if.facts");
    }

    @Test
    void soDoManyMembers() {
        assertThat(told(MEMBERS, MEMBERS).getInt("result.currencies[0].current.members"))
                .isEqualTo(MEMBERS);

        assertThat(told(MEMBERS + 1, MEMBERS + 1).getString("failure")).contains("hearth.what-if.members");
    }

    private JsonPath told(int events, int members) {
        try (Streams streams = new Streams()) {
            String community = api.community(streams);
            String rule = "/communities/" + community + "/earning-rules/messages";
            api.put(rule, "{\"kinds\":[\"message.posted\"],\"currency\":\"points\",\"amount\":1}")
                    .then()
                    .statusCode(201);
            Instant now = Instant.now();
            List<Streams.Event> sent = IntStream.range(0, events)
                    .mapToObj(i -> new Streams.Event(community, "e" + i, "m" + i % members, "message.posted", now))
                    .toList();
            streams.engage(sent);
            return ended(api.post(rule + "/what-ifs", "{\"days\":2}"));
        }
    }

    private JsonPath ended(Response asked) {
        asked.then().statusCode(202);
        String path = asked.header("Location").replaceFirst("^https?://[^/]+", "");
        Api.await(() -> !"QUEUED RUNNING".contains(api.get(path).jsonPath().getString("status")));
        return api.get(path).jsonPath();
    }
}
