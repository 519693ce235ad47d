package dev.hearth.member;

import static io.restassured.RestAssured.given;

import dev.hearth.local.test.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicLong;

/** The service as a caller uses it. Each test has a community of its own, so that tests do not meet. */
public final class Api {
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** A caller who may do everything. */
    public static Api all() {
        return new Api(TestTokens.all());
    }

    public static Api with(String token) {
        return new Api(token);
    }

    /** An id that no other test has. */
    public static String fresh(String prefix) {
        return prefix + "-" + NEXT.incrementAndGet();
    }

    /** A new community's id. */
    public String community(String joinMode) {
        String id = fresh("c");
        put("/communities/" + id, "{\"name\":\"C\",\"zone\":\"Europe/Berlin\",\"joinMode\":\"" + joinMode + "\"}")
                .then()
                .statusCode(201);
        return id;
    }

    public void group(String community, String group) {
        put("/communities/" + community + "/groups/" + group, "{\"name\":\"G\"}")
                .then()
                .statusCode(201);
    }

    public Response put(String path, String body) {
        return json(body).put(path);
    }

    public Response put(String path, String body, long version) {
        return json(body).header("If-Match", "\"" + version + "\"").put(path);
    }

    public Response post(String path, String body) {
        return json(body).post(path);
    }

    public Response patch(String path, String body, long version) {
        return request()
                .contentType("application/merge-patch+json")
                .body(body)
                .header("If-Match", "\"" + version + "\"")
                .patch(path);
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    public RequestSpecification json(String body) {
        return request().contentType("application/json").body(body);
    }

    public RequestSpecification request() {
        return given().urlEncodingEnabled(false).auth().oauth2(token);
    }
}
