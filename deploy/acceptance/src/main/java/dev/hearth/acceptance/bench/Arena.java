package dev.hearth.acceptance.bench;

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
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Where the two servers compete: one broker, the packaged suite of which only the ingest runs while it is measured, and
 * the bare server. Both topics have the same number of partitions.
 */
final class Arena implements AutoCloseable {
    private static final String COMMUNITY = "bench";
    private static final String BARE_TOPIC = "bench.bare";
    private static final String INGEST_TOPIC = "hearth.engagement";
    private static final int PARTITIONS = 8;
    private static final String PATH = "/communities/" + COMMUNITY + "/events";

    private final Stack stack;
    private final Child bare;
    private final Contender ingestContender;
    private final Contender bareContender;

    private Arena(Stack stack, Child bare) {
        this.stack = stack;
        this.bare = bare;
        String token = stack.token(
                TokenRequest.forSubject("bench").scopes("events:write").community(COMMUNITY));
        this.ingestContender = new Contender("ingest", stack.config().port(Part.ENGAGEMENT), PATH, token, INGEST_TOPIC);
        this.bareContender = new Contender("bare server", Integer.parseInt(bare.read()), PATH, "", BARE_TOPIC);
    }

    /** Starts everything; data and logs go to the given folder. */
    static Arena open(Path checkout, Path home) {
        Stack stack = Stack.start(StackConfig.free(checkout, home).withJavaOptions(Child.MEMORY), StackObserver.SILENT);
        try {
            register(stack);
            // The effects of the events are not measured here: who applies them would only take processors away.
            for (Part part : List.of(Part.MEMBER, Part.INCENTIVE, Part.ANALYTICS)) {
                stack.server(part).stop();
            }
            createTopic(stack);
            List<String> arguments = new ArrayList<>(List.of(stack.kafka().bootstrapServers(), BARE_TOPIC));
            arguments.addAll(ProducerSettings.ofTheIngest());
            return new Arena(stack, Child.start(BareServer.class, arguments));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    Contender ingest() {
        return ingestContender;
    }

    Contender bare() {
        return bareContender;
    }

    TopicEnd topics() {
        return new TopicEnd(stack.kafka().bootstrapServers());
    }

    private static void register(Stack stack) {
        String token = stack.token(TokenRequest.forEverything());
        try (SuiteClient client = new SuiteClient(() -> token, Patience.USUAL)) {
            ObjectNode community = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", "Bench")
                    .put("purpose", "load")
                    .put("zone", "Asia/Shanghai")
                    .put("joinMode", "OPEN");
            URI address = at(stack, Part.MEMBER, "/communities/" + COMMUNITY);
            var _ = client.put(address, community).orFail("PUT " + address);
            awaitKnown(client, at(stack, Part.ENGAGEMENT, "/communities/" + COMMUNITY + "/event-kinds"));
        }
    }

    private static void awaitKnown(SuiteClient client, URI address) {
        Answer answer = client.get(address);
        for (int tries = 0; answer.status() == 404 && tries < 300; tries++) {
            pause();
            answer = client.get(address);
        }
        var _ = answer.orFail("GET " + address);
    }

    private static URI at(Stack stack, Part part, String path) {
        return URI.create("http://127.0.0.1:" + stack.config().port(part) + path);
    }

    private static void createTopic(Stack stack) {
        NewTopic topic = new NewTopic(BARE_TOPIC, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of("message.timestamp.type", "LogAppendTime"));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            var _ = admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create " + BARE_TOPIC, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        bare.close();
        stack.close();
    }
}
