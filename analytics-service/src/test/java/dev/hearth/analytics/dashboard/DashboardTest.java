package dev.hearth.analytics.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AnalyticsStack
class DashboardTest {
    private static final String ACTIVE = "/communities/trail/active-members";

    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void everyViewsAddressAnswersThePageUnderAStrictPolicy() {
        for (String address : new String[] {"/", "/c/trail/today", "/c/trail/members/ada?w=14"}) {
            given().when()
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/html"))
                    .header("Cache-Control", "no-cache")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .body(containsString("/static/bundle/"))
                    .body(not(containsString("<style")));
        }
    }

    @Test
    void aSessionIsKeptWhereNoScriptReadsItAndStandsForTheTokenOnItsOwnOriginOnly() {
        try (World world = new World(service)) {
            world.community("trail");
            world.settle("trail");
            Cookie cookie = given().header("Authorization", "Bearer " + TestTokens.with("trail", "analytics:read"))
                    .when()
                    .post("/session")
                    .then()
                    .statusCode(200)
                    .body("communities.community", hasItem("trail"))
                    .extract()
                    .detailedCookie(SessionCookie.NAME);
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
            assertThat(cookie.getMaxAge()).isPositive();
            assertThat(cookie.getPath()).isEqualTo("/");

            from("same-origin", cookie.getValue()).get(ACTIVE).then().statusCode(200);
            from("none", cookie.getValue()).get("/session").then().statusCode(200);
            from("same-site", cookie.getValue()).get(ACTIVE).then().statusCode(401);
            from("cross-site", cookie.getValue()).delete("/session").then().statusCode(401);
            given().cookie(SessionCookie.NAME, cookie.getValue())
                    .delete("/session")
                    .then()
                    .statusCode(401);
            from("same-origin", cookie.getValue())
                    .get("/communities/other/active-members")
                    .then()
                    .statusCode(403);
            from("same-origin", cookie.getValue() + "x").get(ACTIVE).then().statusCode(401);

            Cookie gone = from("same-origin", cookie.getValue())
                    .delete("/session")
                    .then()
                    .statusCode(204)
                    .extract()
                    .detailedCookie(SessionCookie.NAME);
            assertThat(gone.getMaxAge()).isZero();
        }
    }

    @Test
    void whoeverHasNoTokenOrALesserOneGetsNoSession() {
        given().post("/session").then().statusCode(401);
        given().get("/session").then().statusCode(401);
        given().header("Authorization", "Bearer " + TestTokens.with("trail", "members:read"))
                .post("/session")
                .then()
                .statusCode(403)
                .body("detail", containsString("analytics:read"))
                .header("Set-Cookie", nullValue());
    }

    @Test
    void groupsAreListedByName() {
        try (World world = new World(service)) {
            world.community("trail");
            world.group("trail", "hills");
            world.settle("trail");
            assertThat(world.get("/communities/trail/groups?limit=1").getString("items[0].group"))
                    .isEqualTo("hills");
        }
    }

    @Test
    void kindsThatWereSeenAreListedAndAMembersDaysAndActsAreTold() {
        try (World world = new World(service)) {
            world.community("page");
            world.group("page", "hills");
            LocalDate day = LocalDate.parse("2026-03-14");
            world.act("page", "ada", "hills", "message.posted", day);
            world.act("page", "ada", null, "app.visited", day);
            world.act("page", "ada", null, "app.visited", day.minusDays(400));
            world.act("page", "bob", null, "poll.voted", day);
            world.settle("page");

            assertThat(world.get("/communities/page/seen-kinds").getList("items.kind"))
                    .isEqualTo(List.of("app.visited", "message.posted", "poll.voted"));
            var page = world.get("/communities/page/members/ada/activity");
            assertThat(page.getList("days.day")).isEqualTo(List.of("2026-03-14"));
            assertThat(page.getInt("days[0].events")).isEqualTo(2);
            assertThat(page.getList("items")).hasSize(3);
            assertThat(page.getList("items.group")).contains("hills");
            assertThat(world.status("/communities/page/members/nobody/activity"))
                    .isEqualTo(404);
        }
    }

    @Test
    void theStreamTellsAtOnceAndThenWhenFiguresMove() throws Exception {
        try (World world = new World(service);
                HttpClient client = HttpClient.newHttpClient()) {
            world.community("stream");
            world.act("stream", "ada", null, "message.posted", LocalDate.parse("2026-03-14"));
            world.settle("stream");
            HttpRequest ask = HttpRequest.newBuilder(service.resolve("/communities/stream/live"))
                    .header("Authorization", "Bearer " + TestTokens.all())
                    .build();
            var answer = client.send(ask, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/event-stream");
                assertThat(next(lines)).contains("\"acts\":1,").contains("\"members\":1,");
                world.act("stream", "bob", null, "message.posted", LocalDate.parse("2026-03-14"));
                assertThat(next(lines)).contains("\"acts\":2,").contains("\"perSecond\":1,");
            }
        }
    }

    private static RequestSpecification from(String site, String token) {
        return given().cookie(SessionCookie.NAME, token).header("Sec-Fetch-Site", site);
    }

    private static String next(BufferedReader lines) {
        try {
            String line = Objects.requireNonNull(lines.readLine());
            while (!line.startsWith("data:")) {
                line = Objects.requireNonNull(lines.readLine());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
