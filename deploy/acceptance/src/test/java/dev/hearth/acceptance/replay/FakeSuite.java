package dev.hearth.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hearth.acceptance.client.SuiteAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** All four services in one, as the public interface describes them, with faults on order. */
final class FakeSuite implements AutoCloseable {
    /** What the ingest does with one request, before it goes back to doing its work. */
    enum Fault {
        /** Stores nothing and says 503, try again in a second. */
        OVERLOADED,
        /** Stores all and breaks the connection before the answer. */
        ANSWER_LOST,
        /** Stores all but the first event and says so. */
        FIRST_LEFT_OUT
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    final Map<String, JsonNode> stored = Collections.synchronizedMap(new TreeMap<>());
    final List<String> arrivals = Collections.synchronizedList(new ArrayList<>());
    final Map<String, JsonNode> put = Collections.synchronizedMap(new TreeMap<>());
    final AtomicLong lag = new AtomicLong();
    final AtomicLong unheard = new AtomicLong(2);
    volatile String token = "secret";

    private final HttpServer server;

    FakeSuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    SuiteAddresses addresses() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new SuiteAddresses(base, base, base, base);
    }

    Map<String, String> environment() {
        String base = addresses().member().toString();
        return Map.of(
                "HEARTH_TOKEN", "secret",
                "HEARTH_MEMBER_URL", base,
                "HEARTH_ENGAGEMENT_URL", base,
                "HEARTH_INCENTIVE_URL", base,
                "HEARTH_ANALYTICS_URL", base);
    }

    JsonNode eventOf(String id) {
        return Objects.requireNonNull(stored.get(id));
    }

    JsonNode bodyOf(String path) {
        return Objects.requireNonNull(put.get(path));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, problem(401, "/problems/unauthorized"));
            } else if (path.equals("/consumer-positions")) {
                answer(exchange, 200, JSON.createObjectNode().put("lag", lag.getAndUpdate(n -> Math.max(0, n - 10))));
            } else if (path.endsWith("/event-kinds")) {
                answer(exchange, unheard.getAndDecrement() > 0 ? 404 : 200, JSON.createObjectNode());
            } else if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, isKnown(path) ? 200 : 404, JSON.createObjectNode());
            } else if (exchange.getRequestMethod().equals("PUT")) {
                put.put(path, JSON.readTree(body));
                answer(exchange, 201, JSON.createObjectNode());
            } else {
                ingest(exchange, JSON.readTree(body).path("events"));
            }
        }
    }

    private boolean isKnown(String path) {
        return put.containsKey(path) || path.endsWith("/event-kinds/message.posted");
    }

    private void ingest(HttpExchange exchange, JsonNode events) throws IOException {
        Fault fault = faults.poll();
        if (fault == Fault.OVERLOADED) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            answer(exchange, 503, problem(503, "/problems/overloaded"));
            return;
        }
        ObjectNode result = JSON.createObjectNode();
        int index = 0;
        for (JsonNode event : events) {
            arrivals.add(event.path("id").asText());
            if (event.path("memberId").asText().equals("banned")) {
                refuse(result, index, problem(422, "/problems/member-banned"));
            } else if (index == 0 && fault == Fault.FIRST_LEFT_OUT) {
                refuse(result, index, problem(503, "/problems/not-stored"));
            } else {
                stored.put(event.path("id").asText(), event);
            }
            index++;
        }
        if (fault != Fault.ANSWER_LOST) {
            int refused = result.path("refused").size();
            answer(exchange, refused == index ? 422 : 202, result.put("accepted", index - refused));
        }
    }

    private static void refuse(ObjectNode result, int index, ObjectNode problem) {
        result.withArray("refused").addObject().put("index", index).set("problem", problem);
    }

    private static ObjectNode problem(int status, String type) {
        return JSON.createObjectNode().put("status", status).put("type", type);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
