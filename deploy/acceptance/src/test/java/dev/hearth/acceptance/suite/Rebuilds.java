package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.List;

/** Rebuilds of analytics' figures from the topics. */
final class Rebuilds {
    private final RunningSuite suite;

    Rebuilds(RunningSuite suite) {
        this.suite = suite;
    }

    /** Begins one, whatever becomes of it. */
    JsonNode begin() {
        URI address = suite.analytics("/rebuilds");
        return suite.client()
                .post(address, JsonNodeFactory.instance.objectNode())
                .orFail("POST " + address)
                .body();
    }

    /** A whole one: what it made of the topics is what was served, act by act, and is served now. */
    void switchOver() {
        requireSwitched(ended());
    }

    /** The same after a replica was killed that rebuilt: its turn runs out before there is another. */
    void switchOverWhenItIsItsTurn() {
        requireSwitched(Eventually.get(
                this::ended, rebuild -> !rebuild.path("state").asText().equals("FAILED")));
    }

    private JsonNode ended() {
        URI address = suite.analytics("/rebuilds/" + begin().path("id").asText());
        return Eventually.get(
                () -> suite.client().get(address).orFail("GET " + address).body(),
                rebuild -> !List.of("RUNNING", "VERIFYING")
                        .contains(rebuild.path("state").asText()));
    }

    private static void requireSwitched(JsonNode ended) {
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("SWITCHED");
        assertThat(ended.path("rebuiltFingerprint")).isEqualTo(ended.path("servedFingerprint"));
        assertThat(ended.path("drifts").asInt()).isZero();
    }
}
