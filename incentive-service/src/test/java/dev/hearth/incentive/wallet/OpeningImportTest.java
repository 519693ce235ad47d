package dev.hearth.incentive.wallet;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening balances, from the upload to the books. */
@QuarkusTest
@IncentiveStack
class OpeningImportTest {
    private final Api api = Api.all();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        try (Streams streams = new Streams()) {
            community = api.community(streams);
        }
        base = "/communities/" + community;
    }

    @Test
    void booksEachRowOnceInPartsWithProgressAndAResult() {
        Map<String, Long> expected = new TreeMap<>();
        for (int part = 1; part <= 5; part++) {
            int first = part * 1_000;
            put("move", part, rows(first, first + 1_000)).then().statusCode(200).body("parts", equalTo(part));
            IntStream.range(first, first + 1_000).forEach(i -> expected.put("m" + i, (long) i));
        }

        String task = book("move", "{\"rows\":5000}");

        Response done = ended(task);
        done.then()
                .body("status", equalTo("DONE"))
                .body("done", equalTo(5000))
                .body("total", equalTo(5000))
                .body("result.booked", equalTo(5000))
                .body("result.repeated", equalTo(0));
        assertThat(api.balances(community, "points").entrySet()).containsExactlyElementsOf(expected.entrySet());
        api.get(base + "/members/m1000/entries")
                .then()
                .body("items[0].type", equalTo("IMPORTED"))
                .body("items[0].reference", equalTo("opening-import/move"));
        api.assertSound(community);
    }

    @Test
    void aRowThatAnotherImportBroughtIsNotBookedAgain() {
        put("one", 1, rows(1, 11)).then().statusCode(200);
        var _ = ended(book("one", "{}"));
        put("two", 1, rows(6, 16)).then().statusCode(200);

        ended(book("two", "{}")).then().body("result.booked", equalTo(5)).body("result.repeated", equalTo(5));

        assertThat(api.balances(community, "points")).hasSize(15).containsEntry("m8", 8L);
        api.assertSound(community);
    }

    @Test
    void aPartThatIsSentAgainReplacesWhatItWas() {
        put("move", 1, rows(1, 11)).then().statusCode(200).body("rows", equalTo(10));
        put("move", 2, rows(11, 14)).then().statusCode(200).body("rows", equalTo(13));
        put("move", 1, rows(1, 4))
                .then()
                .statusCode(200)
                .body("rows", equalTo(6))
                .body("parts", equalTo(2));

        var _ = ended(book("move", "{\"rows\":6}"));

        assertThat(api.balances(community, "points")).hasSize(6);
    }

    @Test
    void refusesWhatIsNoRowByItsLineAndKeepsNothingOfThatPart() {
        String good = row(1) + "\n";
        refused(good + "{\"id\":\"x\"}", "/1/memberId");
        refused(good + "nonsense", "/1");
        refused(good + row(2).replace("points", "pounds"), "/1/currency");
        refused(good + row(2).replace(":2}", ":0}"), "/1/amount");
        refused(good + row(1), "/1/id");
        refused(good + row(2).replace("}", ",\"bonus\":1}"), "/1");
        refused(rows(1, 1_002), "/1000");
        refused(" \n ", "");

        api.get(base + "/opening-imports/bad").then().statusCode(404).body("type", equalTo("/problems/unknown-import"));
        put("bad", 0, good).then().statusCode(400);
        put("bad", 10_001, good).then().statusCode(400);
    }

    @Test
    void anImportIsBookedOnceAndOnlyWhenAllRowsAreHere() {
        start("move", "{}").then().statusCode(404);
        put("move", 1, rows(1, 4)).then().statusCode(200);
        start("move", "{\"rows\":4}").then().statusCode(422).body("errors[0].pointer", equalTo("/rows"));

        var _ = ended(book("move", "{\"rows\":3}"));

        start("move", "{\"rows\":3}").then().statusCode(409).body("type", equalTo("/problems/import-started"));
        put("move", 2, rows(4, 5)).then().statusCode(409).body("type", equalTo("/problems/import-started"));
        assertThat(api.balances(community, "points")).hasSize(3);
    }

    private Response ended(String task) {
        Api.await(() -> !"QUEUED RUNNING".contains(api.get(task).jsonPath().getString("status")));
        return api.get(task);
    }

    private String book(String id, String body) {
        Response answer = start(id, body);
        answer.then().statusCode(202);
        return base + "/tasks/" + answer.jsonPath().getString("task");
    }

    private Response start(String id, String body) {
        return given().auth()
                .oauth2(TestTokens.all())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(base + "/opening-imports/" + id + "/bookings");
    }

    private Response put(String id, int part, String content) {
        return given().auth()
                .oauth2(TestTokens.all())
                .contentType("application/x-ndjson")
                .body(content.getBytes(UTF_8))
                .put(base + "/opening-imports/" + id + "/parts/" + part);
    }

    private void refused(String content, String pointer) {
        put("bad", 1, content).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(OpeningImportTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(int i) {
        return "{\"id\":\"r" + i + "\",\"memberId\":\"m" + i + "\",\"currency\":\"points\",\"amount\":" + i + "}";
    }
}
