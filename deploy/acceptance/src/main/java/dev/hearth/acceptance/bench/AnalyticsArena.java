package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.Patience;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.stack.Part;
import dev.hearth.local.stack.Stack;
import dev.hearth.local.stack.StackConfig;
import dev.hearth.local.stack.StackObserver;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packaged suite; analytics-service has the memory that its events need. */
final class AnalyticsArena implements AutoCloseable {
    private static final long TELL_NANOS = 2_000_000_000L;

    private final Stack stack;
    private final String token;
    private final SuiteClient client;
    private final PrintStream progress;

    private AnalyticsArena(Stack stack, PrintStream progress) {
        this.stack = stack;
        this.token = stack.token(TokenRequest.forEverything());
        this.client = new SuiteClient(() -> token, Patience.USUAL);
        this.progress = progress;
    }

    /**
     * Starts everything; data and logs go to the given folder.
     *
     * @param heap of analytics-service, in MiB
     * @param recording where a flight recording of analytics-service goes; null for none
     */
    static AnalyticsArena open(Path checkout, Path home, long heap, @Nullable Path recording, PrintStream progress) {
        Stack stack = Stack.start(StackConfig.free(checkout, home).withJavaOptions(Child.MEMORY), StackObserver.SILENT);
        // Read after the command line, so that it outdoes what all services have there.
        Map<String, String> settings = new HashMap<>(Map.of("_JAVA_OPTIONS", "-Xmx" + heap + "m"));
        if (recording != null) {
            settings.put("JAVA_TOOL_OPTIONS", "-XX:StartFlightRecording=settings=profile,filename=" + recording);
        }
        stack.configure(Part.ANALYTICS, settings);
        stack.server(Part.ANALYTICS).restart();
        return new AnalyticsArena(stack, progress);
    }

    SuiteClient client() {
        return client;
    }

    String token() {
        return token;
    }

    PrintStream progress() {
        return progress;
    }

    String bootstrapServers() {
        return stack.kafka().bootstrapServers();
    }

    EventTopic topic(String community) {
        return new EventTopic(bootstrapServers(), community);
    }

    int port(Part part) {
        return stack.config().port(part);
    }

    URI address(Part part, String path) {
        return URI.create("http://127.0.0.1:" + port(part) + path);
    }

    /** The body of what analytics answers about a community. */
    JsonNode ask(String community, String path) {
        URI address = address(Part.ANALYTICS, "/communities/" + community + "/" + path);
        return client.get(address).orFail("GET " + address).body();
    }

    /** Registers a community, and waits until the services know it. */
    void establish(String community) {
        String path = "/communities/" + community;
        put(
                Part.MEMBER,
                path,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", community)
                        .put("purpose", "load")
                        .put("zone", "UTC")
                        .put("joinMode", "OPEN"));
        awaitKnown(address(Part.ENGAGEMENT, path + "/event-kinds"));
        awaitKnown(address(Part.ANALYTICS, path + "/active-members"));
    }

    /** PUT to a service, which may hear of the community a moment later. */
    void put(Part part, String path, ObjectNode body) {
        URI address = address(part, path);
        Await.until("PUT " + address, () -> {
            Answer answer = client.put(address, body);
            return answer.status() != 404 && answer.orFail("PUT " + address).succeeded();
        });
    }

    private void awaitKnown(URI address) {
        Await.until("GET " + address, () -> {
            Answer answer = client.get(address);
            return answer.status() != 404 && answer.orFail("GET " + address).succeeded();
        });
    }

    /** Only analytics-service is measured from now on: the others would only take processors away. */
    void stopOthers() {
        List.of(Part.MEMBER, Part.ENGAGEMENT, Part.INCENTIVE, Part.POSTGRES)
                .forEach(part -> stack.server(part).stop());
    }

    /** Waits until analytics has everything that is on the topics. */
    void awaitCaughtUp(String step) {
        long[] told = {System.nanoTime()};
        Await.until("analytics to catch up", () -> {
            URI address = address(Part.ANALYTICS, "/consumer-positions");
            long lag = client.get(address)
                    .orFail("GET " + address)
                    .body()
                    .path("lag")
                    .asLong(1);
            if (System.nanoTime() - told[0] > TELL_NANOS) {
                told[0] = System.nanoTime();
                progress.printf(Locale.ROOT, "%-22s %,d events to be applied%n", step, lag);
            }
            return lag == 0;
        });
    }

    @Override
    public void close() {
        client.close();
        stack.close();
    }
}
