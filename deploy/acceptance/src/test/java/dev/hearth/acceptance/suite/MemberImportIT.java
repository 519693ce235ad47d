package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.local.stack.Part;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The customers of a whole shop are taken over, more than another import is known to have stopped at. The service is
 * killed in the middle, and whoever imports simply goes on.
 */
class MemberImportIT {
    private static final String COMMUNITY = "imported-shop";
    private static final String JOINED = "dev.hearth.member.joined.v1";
    private static final String PLACED = "dev.hearth.member.group-joined.v1";
    private static final int CUSTOMERS = 105_000;
    private static final int AN_IMPORT = 500;
    private static final int AT_ONCE = 3;
    private static final int KILLED_AFTER = 60;

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void everyCustomerIsAMemberOnceThoughTheServiceIsKilledInTheMiddle() throws Exception {
        put("", "{\"name\":\"Shop\",\"zone\":\"Europe/Berlin\"}");
        put("/groups/runners", "{\"name\":\"Runners\"}");

        long first = importAll(KILLED_AFTER);
        long again = importAll(Integer.MAX_VALUE);

        // Answers that were lost in the kill enrolled too: they count as existing when asked again.
        assertThat(first).isBetween(CUSTOMERS - (long) AT_ONCE * AN_IMPORT, (long) CUSTOMERS);
        assertThat(again).as("enrolled by the same once more").isZero();
        assertToldOnce(JOINED);
        assertToldOnce(PLACED);
    }

    /** Imports every customer and gives how many were said to be new; all others must have existed. */
    private long importAll(int killedAfter) throws Exception {
        List<Future<JsonNode>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < CUSTOMERS; from += AN_IMPORT) {
                ObjectNode body = customers(from);
                answers.add(threads.submit(() -> load(body)));
            }
            if (killedAfter < answers.size()) {
                var _ = answers.get(killedAfter).get();
                suite.stack().server(Part.MEMBER).kill();
                suite.stack().server(Part.MEMBER).restart();
            }
        }
        long enrolled = 0;
        for (Future<JsonNode> answer : answers) {
            JsonNode receipt = answer.get();
            assertThat(receipt.path("refused")).isEmpty();
            assertThat(receipt.path("enrolled").asInt()
                            + receipt.path("existing").asInt())
                    .isEqualTo(AN_IMPORT);
            enrolled += receipt.path("enrolled").asLong();
        }
        return enrolled;
    }

    private JsonNode load(ObjectNode body) {
        URI address = address("/member-imports");
        return suite.client().post(address, body).orFail("POST " + address).body();
    }

    private static ObjectNode customers(int from) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode members = body.putArray("members");
        IntStream.range(from, from + AN_IMPORT)
                .forEach(number -> members.addObject()
                        .put("memberId", "customer-" + number)
                        .put("displayName", "Customer " + number)
                        .put("channel", "shop")
                        .put("joinedAt", "2024-05-01T08:00:00Z")
                        .putArray("groups")
                        .add("runners"));
        return body;
    }

    /** By their ids: what was sent just before the kill may be on the topic twice. */
    private void assertToldOnce(String type) {
        Map<String, Set<String>> told = Eventually.get(() -> told(type), facts -> facts.size() >= CUSTOMERS);
        assertThat(told).hasSize(CUSTOMERS);
        assertThat(told.values()).allMatch(facts -> facts.size() == 1);
    }

    private Map<String, Set<String>> told(String type) {
        Map<String, Set<String>> told = new HashMap<>();
        new Topic(suite, "hearth.member").each(COMMUNITY, fact -> {
            if (type.equals(Topic.header(fact, "ce_type"))) {
                var _ = told.computeIfAbsent(fact.key(), first -> new HashSet<>())
                        .add(Objects.requireNonNull(Topic.header(fact, "ce_id")));
            }
        });
        return told;
    }

    private void put(String path, String body) throws Exception {
        URI address = address(path);
        var _ = suite.client().put(address, new ObjectMapper().readTree(body)).orFail("PUT " + address);
    }

    private URI address(String path) {
        return suite.member("/communities/" + COMMUNITY + path);
    }
}
