package dev.hearth.platform.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One example of an operation, ready to be sent.
 *
 * @param operation what is called
 * @param target path and query
 * @param headers all but the token
 * @param body what is sent, if anything
 */
record Call(
        ApiOperation operation,
        String target,
        Map<String, String> headers,
        @Nullable String body) {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    Call {
        headers = Map.copyOf(headers);
    }

    /** One call for each example of the body, or one if there is no body. */
    static List<Call> of(ApiOperation operation, Examples examples) {
        List<Call> calls = new ArrayList<>();
        JsonNode body = examples.document().resolved(operation.definition().path("requestBody"));
        body.path("content")
                .properties()
                .forEach(type -> examples.values(type.getValue())
                        .forEach((name, value) -> calls.add(of(operation, examples, name, type.getKey(), value))));
        return calls.isEmpty() ? List.of(of(operation, examples, Examples.UNNAMED, null, null)) : calls;
    }

    private static Call of(
            ApiOperation operation,
            Examples examples,
            String name,
            @Nullable String mediaType,
            @Nullable JsonNode body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, application/problem+json, */*;q=0.1");
        if (mediaType != null) {
            headers.put("Content-Type", mediaType);
        }
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            if (examples.values(parameter).isEmpty()) {
                continue;
            }
            String key = parameter.path("name").asText();
            JsonNode value = examples.value(parameter, name);
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + key + "}", encoded(value.asText()));
                case "query" -> each(value).forEach(one -> query.add(encoded(key) + "=" + encoded(one)));
                case "header" -> headers.put(key, value.asText());
                default -> throw new AssertionError(operation + " has a parameter of an unknown kind: " + parameter);
            }
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new Call(operation, target, headers, body == null ? null : text(body));
    }

    /** A list is given by its parameter once for each of its values. */
    private static List<String> each(JsonNode value) {
        List<String> each = new ArrayList<>();
        value.forEach(one -> each.add(one.asText()));
        return value.isArray() ? each : List.of(value.asText());
    }

    /** The same, elsewhere. */
    Call at(String otherTarget) {
        return new Call(operation, otherTarget, headers, body);
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(operation, target, more, body);
    }

    HttpResponse<String> send(HttpClient client, URI base, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(target)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(
                operation.method().toUpperCase(Locale.ROOT),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return client.send(request.build(), FirstPart.ofStreams());
        } catch (IOException e) {
            throw new UncheckedIOException(this + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(this + " was interrupted", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /** An example that is a text is sent as it stands: it need not be JSON. */
    private static String text(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toString();
    }

    @Override
    public String toString() {
        return operation.method().toUpperCase(Locale.ROOT) + " " + target + (body == null ? "" : " " + body);
    }
}
