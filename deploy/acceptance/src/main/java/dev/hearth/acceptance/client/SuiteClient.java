package dev.hearth.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Speaks to the suite with a bearer token, and tries again while a service is away or asks for patience.
 *
 * <p>Trying again is safe for everything it offers: GET and PUT by nature, POST of events because every event carries
 * the client's id. Blocking; made to be called from virtual threads.
 */
public final class SuiteClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Supplier<String> token;
    private final Patience patience;
    private final LongAdder retries = new LongAdder();

    public SuiteClient(Supplier<String> token, Patience patience) {
        this.token = token;
        this.patience = patience;
    }

    /** GET, tried again while the service is away. */
    public Answer get(URI address) {
        return persist(request(address).GET().build());
    }

    /** PUT of a JSON body, tried again while the service is away. */
    public Answer put(URI address, JsonNode body) {
        return persist(json(address).PUT(publisher(body)).build());
    }

    /** POST of a JSON body; only for what may be sent twice. */
    public Answer post(URI address, byte[] body) {
        return persist(json(address).POST(BodyPublishers.ofByteArray(body)).build());
    }

    /** POST of a JSON body; only for what may be sent twice. */
    public Answer post(URI address, JsonNode body) {
        return persist(json(address).POST(publisher(body)).build());
    }

    /** POST of a JSON body that takes effect once however often it is sent. */
    public Answer post(URI address, JsonNode body, String key) {
        return persist(json(address)
                .header("Idempotency-Key", key)
                .POST(publisher(body))
                .build());
    }

    /** How many requests were sent again so far. */
    public long retries() {
        return retries.sum();
    }

    private Answer persist(HttpRequest request) {
        long deadline = System.nanoTime() + patience.total().toNanos();
        for (int tries = 0; ; tries++) {
            try {
                Answer answer = send(request);
                if (!answer.isTemporary() || patience.equals(Patience.NONE)) {
                    return answer;
                }
                rest(request, deadline, tries, answer.retryAfter(), new UnexpectedAnswer(describe(request), answer));
            } catch (IOException away) {
                rest(request, deadline, tries, Optional.empty(), away);
            }
            retries.increment();
        }
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), parse(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteUnreachable("interrupted: " + describe(request), e);
        }
    }

    private void rest(HttpRequest request, long deadline, int tries, Optional<Duration> asked, Exception cause) {
        Duration pause = patience.pause(tries, asked);
        if (System.nanoTime() + pause.toNanos() > deadline) {
            throw new SuiteUnreachable(
                    describe(request) + " did not succeed within " + patience.total() + ": " + cause, cause);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteUnreachable("interrupted: " + describe(request), e);
        }
    }

    private HttpRequest.Builder json(URI address) {
        return request(address).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.get());
    }

    private static BodyPublisher publisher(JsonNode body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String describe(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    @Override
    public void close() {
        http.close();
    }
}
