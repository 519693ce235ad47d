package dev.hearth.acceptance.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import java.util.List;

/**
 * The rules A and B of the published points, side by side in two currencies: 2 points an event and 5 points once a day;
 * A caps the former at 20 a day, B both together.
 */
final class Rules {
    static final String A = "a";
    static final String B = "b";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RunningSuite suite;
    private final String community;
    private final List<String> kinds;

    Rules(RunningSuite suite, String community, List<String> kinds) {
        this.suite = suite;
        this.community = community;
        this.kinds = kinds;
    }

    void make() {
        EventKinds.declare(suite, community, kinds);
        put("/currencies/" + A, JSON.objectNode().put("name", "Rule A"));
        put("/currencies/" + B, JSON.objectNode().put("name", "Rule B"));
        put("/caps/b-day", JSON.objectNode().put("unit", "POINTS").put("limit", 20));
        put("/earning-rules/a-event", rule(A, 2, own("POINTS", 20)));
        put("/earning-rules/a-day", rule(A, 5, own("TIMES", 1)));
        put("/earning-rules/b-event", rule(B, 2, shared()));
        put("/earning-rules/b-day", rule(B, 5, own("TIMES", 1), shared()));
    }

    private ObjectNode rule(String currency, int amount, ObjectNode... caps) {
        ObjectNode rule = JSON.objectNode().put("currency", currency).put("amount", amount);
        kinds.forEach(rule.putArray("kinds")::add);
        rule.putArray("caps").addAll(List.of(caps));
        return rule;
    }

    private static ObjectNode own(String unit, int limit) {
        return JSON.objectNode().put("unit", unit).put("limit", limit);
    }

    private static ObjectNode shared() {
        return JSON.objectNode().put("cap", "b-day");
    }

    /** The community is new: incentive-service may hear of it a moment later. */
    private void put(String path, ObjectNode body) {
        String address = "/communities/" + community + path;
        Answer answer = Eventually.get(
                () -> suite.client().put(suite.incentive(address), body), response -> response.status() != 404);
        var _ = answer.orFail("PUT " + address);
    }
}
