package dev.hearth.analytics.points;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for incentive-service: speaks as the real one was recorded, and for some members as one does that is ill,
 * in the way the member's id says.
 */
final class StandIn implements AutoCloseable {
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";

    /** A question as it came. */
    record Heard(String target, String authorization) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Counted down when whoever asked for an endless answer has hung up. */
    final CountDownLatch hungUp = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::hear);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** An answer of the shape that the real one gives. */
    static String recorded(String name) {
        try (InputStream file = StandIn.class.getResourceAsStream("/incentive-service/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        String authorization =
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        heard.add(new Heard(exchange.getRequestURI().toString(), authorization));
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            if (!exchange.getRequestMethod().equals("GET") || !authorization.startsWith("Bearer ")) {
                problem(exchange, 401, "unauthenticated", "send Authorization: Bearer");
            } else if (path[3].equals("members")) {
                member(exchange, path[4], path[5]);
            } else {
                answer(exchange, 200, JSON, recorded(path[3].equals("entries") ? "why" : path[3]));
            }
        }
    }

    private void member(HttpExchange exchange, String member, String asked) throws IOException {
        switch (member) {
            case "slow" -> awaitTheEnd();
            case "drip" -> drip(exchange);
            case "hangs-up" -> {}
            case "huge" -> answer(exchange, 200, JSON, recorded("balances") + " ".repeat(Body.MAX_BYTES));
            case "web-page" -> answer(exchange, 200, "text/html", "<html>Welcome</html>");
            case "nothing" -> answer(exchange, 200, JSON, "null");
            case "half" -> answer(exchange, 200, JSON, "{\"items\":[{\"memberId\":\"half\"}]}");
            case "no-number" -> answer(exchange, 200, JSON, recorded("balances").replace("\"held\":20,", ""));
            case "newer" ->
                answer(exchange, 200, JSON, recorded("balances").replace("\"held\":20", "\"held\":20,\"frozen\":1"));
            case "elsewhere" -> {
                exchange.getResponseHeaders().add("Location", url() + "/communities/acme/members/ada/balances");
                answer(exchange, 302, "text/plain", "");
            }
            case "not-here" -> answer(exchange, 404, "text/html", "<html>No such page</html>");
            case "no-route" -> answer(exchange, 404, JSON, "{\"message\":\"no route\"}");
            case "broken" -> problem(exchange, 500, "internal", "");
            case "starting" -> problem(exchange, 503, "unavailable", "a part this needs is away");
            case "behind-a-proxy" -> answer(exchange, 504, "text/html", "<html>Gateway Timeout</html>");
            case "bad-cursor" -> problem(exchange, 400, "invalid-parameter", "?cursor is not a cursor of this list");
            case "stranger" -> problem(exchange, 401, "unauthenticated", "send Authorization: Bearer");
            case "secret" -> problem(exchange, 403, "forbidden", "the token lacks the scope incentives:read");
            case "unknown" -> problem(exchange, 404, "unknown-community", "put it " + "x".repeat(2_000));
            default -> answer(exchange, 200, JSON, recorded(asked));
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        try {
            while (closing.getCount() > 0) {
                body.write(' ');
                body.flush();
                Thread.sleep(20);
            }
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTheEnd() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void problem(HttpExchange exchange, int status, String type, String detail) throws IOException {
        answer(
                exchange,
                status,
                PROBLEM,
                "{\"type\":\"/problems/" + type + "\",\"title\":\"Refused\",\"status\":" + status + ",\"detail\":\""
                        + detail + "\"}");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
