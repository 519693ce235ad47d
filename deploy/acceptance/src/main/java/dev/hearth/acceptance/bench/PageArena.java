package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Patience;
import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.stack.Part;
import dev.hearth.local.stack.Stack;
import dev.hearth.local.stack.StackConfig;
import dev.hearth.local.stack.StackObserver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** The packaged suite, as a browser and the simulation reach it. */
final class PageArena implements AutoCloseable {
    private final Stack stack;
    private final String token;
    private final SuiteClient client;

    private PageArena(Stack stack) {
        this.stack = stack;
        this.token = stack.token(TokenRequest.forEverything());
        this.client = new SuiteClient(() -> token, Patience.USUAL);
    }

    /** Starts everything; data and logs go to the given folder. */
    static PageArena open(Path checkout, Path home) {
        return new PageArena(Stack.start(StackConfig.free(checkout, home), StackObserver.SILENT));
    }

    SuiteClient client() {
        return client;
    }

    String token() {
        return token;
    }

    SuiteAddresses addresses() {
        return new SuiteAddresses(
                address(Part.MEMBER, ""),
                address(Part.ENGAGEMENT, ""),
                address(Part.INCENTIVE, ""),
                address(Part.ANALYTICS, ""));
    }

    /** Where the dashboard answers. */
    URI page(String path) {
        return address(Part.ANALYTICS, path);
    }

    /** Something that a member does now. */
    void post(String community, String id) {
        URI address = address(Part.ENGAGEMENT, "/communities/" + community + "/events");
        ObjectNode events = JsonNodeFactory.instance.objectNode();
        var _ = events.putArray("events")
                .addObject()
                .put("id", id)
                .put("kind", "message.posted")
                .put("memberId", "page-bench")
                .put("occurredAt", Instant.now().toString());
        var _ = client.post(address, events).orFail("POST " + address);
    }

    private URI address(Part part, String path) {
        return URI.create("http://127.0.0.1:" + stack.config().port(part) + path);
    }

    @Override
    public void close() {
        client.close();
        stack.close();
    }
}
