package dev.hearth.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a running service at its word: reads its OpenAPI, checks that every operation is described, executes every
 * example, and checks every answer against its description. Examples are executed in the order PUT, POST, GET, PATCH,
 * DELETE, short paths first, so that each finds what the earlier ones made. An operation that needs {@code If-Match}
 * gets the {@code ETag} of the resource, or of the one above it. Every operation is also called without a token.
 *
 * <p>An id that the service chooses is learnt from {@code Location}; examples have a stand-in. What changes such a
 * resource (a POST below it, PATCH, DELETE) gets one of its own, made by the same call again under a new
 * {@code Idempotency-Key}, so that a hold's capture does not meet its release. Two extensions of an operation are
 * heeded: {@code x-example-after} names the sibling that must come before, {@code x-second-person} asks for another
 * caller.
 */
public final class OpenApiRunner {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;
    private final String secondToken;
    private final ApiDocument document;
    private final AnswerSchemas schemas;
    private final MadeResources made;
    private final List<String> done = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private OpenApiRunner(URI base, String token, String secondToken, ApiDocument document) {
        this.base = base;
        this.token = token;
        this.secondToken = secondToken;
        this.document = document;
        this.schemas = new AnswerSchemas(document);
        this.made = new MadeResources(document.operations());
    }

    /**
     * Fails with all faults that were found.
     *
     * @param base where the service is, e.g. {@code http://localhost:8081}
     * @param token one that may do everything that the examples do
     * @return the calls that were made, with their statuses
     */
    public static List<String> run(URI base, String token) {
        return run(base, token, token);
    }

    /**
     * The same, where some operations are for somebody else than who did what went before.
     *
     * @param secondToken another subject's, that may do everything that these examples do
     */
    public static List<String> run(URI base, String token, String secondToken) {
        OpenApiRunner runner = new OpenApiRunner(base, token, secondToken, fetch(base));
        runner.execute();
        if (!runner.faults.isEmpty()) {
            throw new AssertionError(runner.faults.size() + " faults:\n" + String.join("\n", runner.faults)
                    + "\n\nCalls made:\n" + String.join("\n", runner.done));
        }
        return List.copyOf(runner.done);
    }

    private static ApiDocument fetch(URI base) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ApiDocument(JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body()));
        } catch (IOException e) {
            throw new AssertionError(base + " gives no OpenAPI document", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void execute() {
        List<ApiOperation> operations = document.operations();
        if (operations.isEmpty()) {
            faults.add("the document has no operations");
        }
        faults.addAll(document.gaps());
        for (ApiOperation operation : operations) {
            if (document.gapsOfInput(operation).isEmpty()) {
                execute(operation);
            }
        }
    }

    private void execute(ApiOperation operation) {
        boolean first = true;
        for (Call call : Call.of(operation, new Examples(document))) {
            checkRefusal(call, call.send(client, base, null));
            makeAnew(operation);
            prepare(operation);
            Call placed = preconditioned(made.placed(first ? call : underANewKey(call)));
            check(placed, placed.send(client, base, tokenFor(operation)));
            first = false;
        }
    }

    /** Examples of one operation are different requests; their key has one example. */
    private static Call underANewKey(Call call) {
        return call.headers().containsKey(IDEMPOTENCY_KEY)
                ? call.with(IDEMPOTENCY_KEY, UUID.randomUUID().toString())
                : call;
    }

    /** {@code x-second-person}: whoever did what went before may not do this. */
    private String tokenFor(ApiOperation operation) {
        return operation.definition().path("x-second-person").asBoolean() ? secondToken : token;
    }

    /** {@code x-example-after}: the resource must have gone through that sibling first. */
    private void prepare(ApiOperation operation) {
        String before = operation.definition().path("x-example-after").asText("");
        String path = parent(operation.path()) + "/" + before;
        document.operations().stream()
                .filter(sibling -> !before.isEmpty()
                        && sibling.method().equals(operation.method())
                        && sibling.path().equals(path))
                .map(sibling -> Call.of(sibling, new Examples(document)).getFirst())
                .map(call -> made.placed(underANewKey(call)))
                .forEach(call -> check(call, call.send(client, base, tokenFor(call.operation()))));
    }

    private void makeAnew(ApiOperation changing) {
        if (changing.method().equals("get") || changing.method().equals("put")) {
            return;
        }
        made.above(changing).map(MadeResources.Made::by).ifPresent(by -> {
            Call again = underANewKey(by);
            check(again, again.send(client, base, token));
        });
    }

    private Call preconditioned(Call call) {
        if (call.operation().parameter("header", "If-Match").isEmpty()) {
            return call;
        }
        return entityTag(call.operation().path(), call)
                .or(() -> entityTag(parent(call.operation().path()), call))
                .map(tag -> call.with("If-Match", tag))
                .orElse(call);
    }

    private Optional<String> entityTag(String path, Call of) {
        return document.operations().stream()
                .filter(reading ->
                        reading.method().equals("get") && reading.path().equals(path))
                .findFirst()
                .map(reading -> new Call(reading, filled(path, of), Map.of(), null).send(client, base, token))
                .flatMap(answer -> answer.headers().firstValue("ETag"));
    }

    /** The path of {@code call}'s example, as long as {@code path} is. */
    private static String filled(String path, Call call) {
        String[] segments = call.target().replaceFirst("\\?.*", "").split("/", -1);
        return String.join("/", List.of(segments).subList(0, path.split("/", -1).length));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private void check(Call call, HttpResponse<String> answer) {
        done.add(answer.statusCode() + " " + call);
        JsonNode described = document.resolved(call.operation().response(answer.statusCode()));
        if (answer.statusCode() / 100 != 2) {
            faults.add(call + " was refused: " + answer.statusCode() + " " + answer.body());
        } else if (described.isMissingNode()) {
            faults.add(call + " gave an undescribed answer: " + answer.statusCode());
        } else {
            checkBody(call, answer, described.path("content"));
        }
        Optional<String> location = answer.headers().firstValue("Location");
        if (call.operation().method().equals("post") && answer.statusCode() / 100 == 2) {
            location.ifPresent(where -> made.learn(call, where));
        }
        if (answer.statusCode() == 201 && location.isEmpty()) {
            faults.add(call + " created something without saying where: no Location");
        }
    }

    private void checkRefusal(Call call, HttpResponse<String> answer) {
        if (answer.statusCode() != 401) {
            faults.add(call + " without a token: " + answer.statusCode() + " instead of 401");
        } else {
            JsonNode described = document.resolved(call.operation().response(401));
            checkBody(call, answer, described.path("content"));
        }
    }

    private void checkBody(Call call, HttpResponse<String> answer, JsonNode content) {
        String given = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                faults.add(call + " gave an undescribed body: " + answer.body());
            }
            return;
        }
        JsonNode mediaType = content.path(given);
        if (mediaType.isMissingNode()) {
            faults.add(call + " gave an undescribed media type: " + answer.statusCode() + " " + given);
            return;
        }
        try {
            for (String fault : schemas.faults(mediaType.path("schema"), JSON.readTree(answer.body()))) {
                faults.add(call + " gave an answer that is not as described: " + fault + "\n  " + answer.body());
            }
        } catch (JsonProcessingException e) {
            faults.add(call + " gave an answer that is not JSON: " + answer.body());
        }
    }
}
