package dev.hearth.incentive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.fixture.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The service as a caller uses it. Each test has a community of its own, so that tests do not meet. */
public final class Api {
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    /** A new community that this service knows, with the currency {@code points}. */
    public String community(Streams streams) {
        String community = fresh("c");
        streams.community(community);
        await(() -> get("/communities/" + community + "/currencies").statusCode() == 200);
        put("/communities/" + community + "/currencies/points", "{\"name\":\"Points\"}")
                .then()
                .statusCode(201);
        return community;
    }

    /** Waits until everything on the topic is in the books. */
    public void caughtUp() {
        await(() -> {
            Response positions = get("/consumer-positions");
            return positions.statusCode() == 200 && positions.jsonPath().getLong("lag") == 0;
        });
    }

    /** What every member has, read page by page. */
    public Map<String, Long> balances(String community, String currency) {
        Map<String, Long> balances = new TreeMap<>();
        String next = "";
        while (next != null) {
            JsonPath page = get("/communities/" + community + "/balances?limit=7&currency=" + currency + cursor(next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(item -> assertThat(balances.put(
                            String.valueOf(item.get("memberId")), Long.parseLong(String.valueOf(item.get("points")))))
                    .isNull());
            next = page.getString("next");
        }
        return balances;
    }

    private static String cursor(@Nullable String next) {
        return next == null || next.isEmpty() ? "" : "&cursor=" + next;
    }

    public void assertSound(String community) {
        get("/communities/" + community + "/trial-balance")
                .then()
                .statusCode(200)
                .body("sound", org.hamcrest.Matchers.is(true));
    }

    public Response put(String path, String body) {
        return json(body).put(path);
    }

    public Response put(String path, String body, long version) {
        return json(body).header("If-Match", "\"" + version + "\"").put(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    /** @param tag the ETag that was read */
    public Response delete(String path, String tag) {
        return request().header("If-Match", tag).delete(path);
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** Posts with a key of its own. */
    public Response post(String path, String body) {
        return post(path, body, fresh("key"));
    }

    public Response post(String path, String body, String key) {
        return json(body).header("Idempotency-Key", key).post(path);
    }

    private RequestSpecification json(String body) {
        return request().contentType("application/json").body(body);
    }

    private RequestSpecification request() {
        return given().urlEncodingEnabled(false).auth().oauth2(token);
    }

    public static void await(BooleanSupplier condition) {
        Eventually.holds("what was waited for", PATIENCE, condition);
    }
}
