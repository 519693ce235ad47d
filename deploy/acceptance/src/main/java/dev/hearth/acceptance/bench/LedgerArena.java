package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.bench.wire.PlainClient;
import dev.hearth.acceptance.bench.wire.RecordedTransaction;
import dev.hearth.acceptance.bench.wire.RecordingProxy;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.Patience;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.local.Database;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.stack.Part;
import dev.hearth.local.stack.Stack;
import dev.hearth.local.stack.StackConfig;
import dev.hearth.local.stack.StackObserver;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The packaged incentive-service alone with its PostgreSQL and its broker, and copies of its database in which a plain
 * client does again what the service did.
 */
final class LedgerArena implements AutoCloseable {
    static final String COMMUNITY = "bench";
    private static final String BASE = "bench_base";
    private static final String COPY = "bench_copy";
    private static final int STOCK = 1_000_000;
    private static final int REGISTRARS = 16;

    private final Stack stack;
    private final SuiteClient client;
    private final Database database;
    private final EventTopic topic;
    private final Map<String, String> settings;

    private LedgerArena(Stack stack, Map<String, String> settings) {
        this.stack = stack;
        String token = stack.token(TokenRequest.forEverything());
        this.client = new SuiteClient(() -> token, Patience.USUAL);
        this.database = stack.postgres().database("hearth_incentive");
        this.topic = new EventTopic(stack.kafka().bootstrapServers(), COMMUNITY);
        this.settings = settings;
    }

    /**
     * Starts everything; data and logs go to the given folder.
     *
     * @param recording where a flight recording of the service goes; null for none
     */
    static LedgerArena open(Path checkout, Path home, @Nullable Path recording) {
        Stack stack = Stack.start(StackConfig.free(checkout, home).withJavaOptions(Child.MEMORY), StackObserver.SILENT);
        LedgerArena arena = new LedgerArena(
                stack,
                recording == null
                        ? Map.of()
                        : Map.of(
                                "JAVA_TOOL_OPTIONS",
                                "-XX:StartFlightRecording=settings=profile,filename=" + recording));
        try {
            arena.establish();
            for (Part part : List.of(Part.MEMBER, Part.ENGAGEMENT, Part.ANALYTICS)) {
                stack.server(part).stop();
            }
            return arena;
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    EventTopic topic() {
        return topic;
    }

    SuiteClient client() {
        return client;
    }

    int port() {
        return stack.config().port(Part.INCENTIVE);
    }

    String token() {
        return stack.token(TokenRequest.forEverything());
    }

    private void establish() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode charter = json.objectNode()
                .put("name", "Bench")
                .put("purpose", "load")
                .put("zone", "UTC")
                .put("joinMode", "OPEN");
        URI member = URI.create("http://127.0.0.1:" + stack.config().port(Part.MEMBER) + "/communities/" + COMMUNITY);
        var _ = client.put(member, charter).orFail("PUT " + member);
        put("/currencies/points", json.objectNode().put("name", "Points"));
        ObjectNode rule = json.objectNode().put("currency", "points").put("amount", 2);
        rule.putArray("kinds").add("message.posted");
        put("/earning-rules/per-message", rule);
        ObjectNode windfall = json.objectNode().put("currency", "points").put("amount", 1_000_000);
        windfall.putArray("kinds").add(EventTopic.WINDFALL);
        put("/earning-rules/windfall", windfall);
        establishRewards(json);
    }

    private void establishRewards(JsonNodeFactory json) {
        put(
                "/rewards/" + RedemptionRounds.REWARD,
                json.objectNode()
                        .put("title", "A sticker")
                        .put("type", "GOODS")
                        .put("currency", "points")
                        .put("price", 1)
                        .put("stockCounted", true));
        URI stock = address("/communities/" + COMMUNITY + "/rewards/" + RedemptionRounds.REWARD + "/stock-entries");
        var _ = client.post(stock, json.objectNode().put("quantity", STOCK).put("reason", "bench"), "bench-stock")
                .orFail("POST " + stock);
        try (ExecutorService threads = Executors.newFixedThreadPool(REGISTRARS)) {
            for (int number = 0; number < RedemptionRounds.MEMBERS; number++) {
                URI member = URI.create("http://127.0.0.1:" + stack.config().port(Part.MEMBER) + "/communities/"
                        + COMMUNITY + "/members/" + EventTopic.member(number));
                var _ = threads.submit(
                        () -> client.put(member, json.objectNode()).orFail("PUT " + member));
            }
        }
    }

    /** PUT to the incentive-service, which may hear of the community a moment later. */
    void put(String path, ObjectNode body) {
        URI address = address("/communities/" + COMMUNITY + path);
        Await.until("PUT " + address, () -> {
            Answer answer = client.put(address, body);
            return answer.status() != 404 && answer.orFail("PUT " + address).succeeded();
        });
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /**
     * What the service says to its database while that work is done and has taken effect, and a copy of the database as
     * it was before.
     */
    List<RecordedTransaction> record(Runnable work) {
        stack.server(Part.INCENTIVE).stop();
        stack.postgres().copy(database.name(), BASE, database);
        try (RecordingProxy proxy = new RecordingProxy(database.port())) {
            String address = "postgresql://127.0.0.1:" + proxy.port() + "/" + database.name();
            stack.configure(Part.INCENTIVE, Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", address));
            stack.server(Part.INCENTIVE).restart();
            work.run();
            awaitApplied();
            stack.server(Part.INCENTIVE).stop();
            return proxy.recorded();
        } finally {
            stack.configure(Part.INCENTIVE, settings);
            stack.server(Part.INCENTIVE).restart();
        }
    }

    /** Does what was recorded again, in a database that is as that was; answers the seconds that it took. */
    double replay(List<List<RecordedTransaction>> lanes) {
        stack.postgres().copy(BASE, COPY, database);
        return new PlainClient(database).run(COPY, lanes);
    }

    /** Waits until every event on the topic has taken effect. */
    void awaitApplied() {
        long end = topicEnd();
        Await.until("the events to be applied", () -> number("""
                select coalesce(min(position), 0) from (
                    select sum(position) as position from consumer_position
                    where topic = 'hearth.engagement' group by consumer) as consumers""") >= end);
    }

    /** Waits until all that was committed is on Kafka. */
    void awaitSent() {
        Await.until(
                "the outbox to be empty",
                () -> number("select count(*) from (select from outbox limit 1) as waiting") == 0);
    }

    private long topicEnd() {
        try (TopicEnd ends = new TopicEnd(stack.kafka().bootstrapServers())) {
            return ends.of(EventTopic.NAME);
        }
    }

    /** What the service has counted since its start under that name. */
    long counted(String counter) {
        String text = Scrape.of(address("/q/metrics"));
        return text.lines()
                .filter(line -> line.startsWith(counter))
                .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))))
                .sum();
    }

    /** A number from the service's own database. */
    long number(String query) {
        try (Connection connection = stack.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + query);
            }
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        topic.close();
        client.close();
        stack.close();
    }
}
