package dev.hearth.acceptance.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import java.util.Collection;

/** Declares the kinds of event that rules name. */
final class EventKinds {
    private static final int STANDARD = 409;

    private EventKinds() {}

    /** Of these the ones that are not standard. */
    static void declare(RunningSuite suite, String community, Collection<String> kinds) {
        ObjectNode declaration = JsonNodeFactory.instance.objectNode().put("description", "acceptance");
        for (String kind : kinds) {
            String address = "/communities/" + community + "/event-kinds/" + kind;
            // the community is new: engagement-service may hear of it a moment later
            Answer answer = Eventually.get(
                    () -> suite.client().put(suite.engagement(address), declaration),
                    response -> response.status() != 404);
            if (answer.status() != STANDARD) {
                var _ = answer.orFail("PUT " + address);
            }
        }
    }
}
