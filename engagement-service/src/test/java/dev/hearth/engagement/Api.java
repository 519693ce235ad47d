package dev.hearth.engagement;

import static io.restassured.RestAssured.given;

import dev.hearth.local.test.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls as a product team makes them. */
public final class Api {
    public static final String JSON = "application/json";
    public static final String CLOUD_EVENTS = "application/cloudevents-batch+json";
    public static final String LINES = "application/x-ndjson";

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(CLOUD_EVENTS, ContentType.TEXT)
                    .encodeContentTypeAs(LINES, ContentType.TEXT));

    private Api() {}

    public static Response post(String community, String type, String body) {
        return post(TestTokens.all(), community, type, body);
    }

    public static Response post(String token, String community, String type, String body) {
        return given().config(CONFIG)
                .auth()
                .oauth2(token)
                .contentType(type)
                .body(body)
                .post("/communities/{community}/events", community);
    }

    public static Response putKind(String community, String kind, String body) {
        return given().auth()
                .oauth2(TestTokens.all())
                .contentType(JSON)
                .body(body)
                .put("/communities/{community}/event-kinds/{kind}", community, kind);
    }

    /** An event that is fine. */
    public static String event(String id, String member) {
        return """
                {"id":"%s","kind":"message.posted","memberId":"%s","occurredAt":"2026-03-08T20:30:00Z"}""".formatted(id, member);
    }

    public static String events(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    /** Many events that are fine, of many members. */
    public static String events(String prefix, int count) {
        return events(IntStream.range(0, count)
                .mapToObj(i -> event(prefix + i, "member-" + i % 50))
                .toArray(String[]::new));
    }

    public static String lines(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
