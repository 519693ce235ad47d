package dev.hearth.acceptance.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A product team's client at its plainest: one try, headers and status as they are. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String token;

    Client(String token) {
        this.token = token;
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    HttpResponse<String> put(URI address, String body) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(URI address, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A request's body with one message of a member for each id. */
    static String messages(String member, String occurredAt, String... ids) {
        return Arrays.stream(ids)
                .map(id -> "{\"id\":\"" + id + "\",\"kind\":\"message.posted\",\"memberId\":\"" + member
                        + "\",\"occurredAt\":\"" + occurredAt + "\"}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }
}
