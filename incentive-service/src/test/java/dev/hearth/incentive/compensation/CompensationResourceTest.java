package dev.hearth.incentive.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.Streams;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class CompensationResourceTest {
    private static final String CAMPAIGN = "{\"name\": \"Goodwill\", \"opensAt\": \"2026-01-01T00:00:00Z\"}";
    private static final String TERMS = """
            {"incident": "incident-7", "campaign": "goodwill", "currency": "points", "points": 20,
             "holdOutPermille": %d, "expected": {"metric": "ACTIVE_DAYS", "value": %s, "horizonDays": 3}}""";

    @Inject
    Pool pool;

    @Inject
    OutcomeJob outcomes;

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";

    @BeforeEach
    void begin() {
        community = api.community(streams);
        api.put(path("campaigns/goodwill"), CAMPAIGN).then().statusCode(201);
        fund(10_000);
    }

    @AfterEach
    void end() {
        api.assertSound(community);
        streams.close();
    }

    @Test
    void aMemberIsCompensatedOnceForAnIncidentWhateverTheCompensation() {
        known("ada");
        make("first", 0, "1").then().statusCode(201);
        make("first", 0, "1").then().statusCode(200);
        make("first", 0, "2").then().statusCode(409).body("type", equalTo("/problems/compensation-fixed"));
        make("second", 0, "1").then().statusCode(201);

        grant("first", "ada", "k1").then().statusCode(201).body("outcome", equalTo("GRANTED"));
        grant("first", "ada", "k1").then().statusCode(201).header("Idempotency-Replayed", "true");
        for (String other : List.of("first", "second")) {
            grant(other, "ada", Api.fresh("k"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/already-compensated"));
        }

        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 20L));
        api.get(path("campaigns/goodwill/budgets/points"))
                .then()
                .body("drawn", equalTo(20))
                .body("left", equalTo(9_980));
    }

    @Test
    void sixtyFourClientsCompensateAMemberOnce() throws Exception {
        known("ada");
        make("first", 0, "1").then().statusCode(201);
        List<Callable<Integer>> clients = IntStream.range(0, 64)
                .<Callable<Integer>>mapToObj(
                        number -> () -> grant("first", "ada", "k" + number).statusCode())
                .toList();
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Integer> status : threads.invokeAll(clients)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting())))
                .isEqualTo(Map.of(201, 1L, 409, 63L));
        assertThat(api.balances(community, "points")).isEqualTo(Map.of("ada", 20L));
    }

    @Test
    void needsAnIncidentAnExpectedEffectAndABudgetThatSuffices() {
        known("ada");
        for (String[] bad : new String[][] {
            {"\"incident\": \"incident-7\", ", "", "/incident"},
            {"\"value\": 1", "\"value\": 0", "/expected/value"},
            {"\"horizonDays\": 3", "\"horizonDays\": 91", "/expected/horizonDays"},
            {"\"campaign\": \"goodwill\", ", "", "/campaign"}
        }) {
            api.put(path("compensations/bad"), TERMS.formatted(0, "1").replace(bad[0], bad[1]))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(bad[2]));
        }
        api.put(path("compensations/bad"), TERMS.formatted(0, "1").replace("goodwill", "none"))
                .then()
                .statusCode(404);
        api.put(path("compensations/large"), TERMS.formatted(0, "1").replace("\"points\": 20", "\"points\": 10001"))
                .then()
                .statusCode(201);
        grant("large", "ada", "k1").then().statusCode(409).body("type", equalTo("/problems/budget-exhausted"));
        grant("large", "stranger", "k2").then().statusCode(422).body("errors[0].pointer", equalTo("/memberId"));

        api.put(path("campaigns/goodwill"), CAMPAIGN.replace("}", ", \"status\": \"RETIRED\"}"), 1)
                .then()
                .statusCode(200);
        grant("large", "ada", "k3").then().statusCode(409).body("type", equalTo("/problems/campaign-closed"));
        assertThat(api.balances(community, "points")).isEmpty();
    }

    @Test
    void theDifferenceToTheHeldOutIsTheSeededEffect() {
        List<String> members =
                IntStream.range(0, 60).mapToObj(number -> "m" + number).toList();
        known(members.toArray(String[]::new));
        make("outage", 500, "1.5").then().statusCode(201);
        bulk(members.subList(0, 30));
        bulk(members);
        Map<String, Boolean> heldOut = heldOut();
        assertThat(heldOut).hasSize(60);
        assertThat(heldOut.values().stream().filter(held -> held).count()).isBetween(10L, 50L);
        verdict("outage", "TOO_EARLY");

        // Ten days ago, as far as the books of compensation know; each act is told twice.
        LocalDate granted = today().minusDays(10);
        sql("update member_compensation set local_date = date '" + granted + "' where community = '" + community + "'");
        sql("update observed_community set since = date '2026-01-01' where community = '" + community + "'");
        List<Streams.Event> acts = new ArrayList<>();
        heldOut.forEach((member, held) -> {
            acts.add(act(member, granted.minusDays(2)));
            acts.add(act(member, granted));
            acts.add(act(member, granted.plusDays(1)));
            if (!held) {
                acts.add(act(member, granted.plusDays(2)));
                acts.add(act(member, granted.plusDays(3)));
            }
            acts.add(act(member, granted.plusDays(4)));
        });
        streams.engage(acts);
        streams.engage(acts);
        api.caughtUp();
        var _ = LedgerDatabase.await(pool.withTransaction(connection -> outcomes.runOnce(connection, 1_000)));

        verdict("outage", "PAID_BACK");
        JsonPath report = api.get(path("compensations/outage/report")).jsonPath();
        assertThat(report.getDouble("effect.difference")).isEqualTo(2);
        assertThat(report.getDouble("change.difference")).isEqualTo(2);
        assertThat(report.getDouble("treated.mean")).isEqualTo(3);
        assertThat(report.getDouble("heldOut.mean")).isEqualTo(1);
        assertThat(report.getInt("running")).isZero();
        assertThat(report.getLong("points"))
                .isEqualTo(20 * heldOut.values().stream().filter(held -> !held).count());
    }

    @Test
    void tellsOfThoseWhoWereHeldOutToo() {
        List<String> members =
                IntStream.range(0, 12).mapToObj(number -> "m" + number).toList();
        known(members.toArray(String[]::new));
        make("outage", 500, "1").then().statusCode(201);
        for (String member : members) {
            Response granted = grant("outage", member, Api.fresh("k"));
            granted.then().statusCode(201);
            boolean held = granted.path("outcome").equals("HELD_OUT");
            assertThat(granted.<Integer>path("points")).isEqualTo(held ? 0 : 20);
        }
        assertThat(streams.read(
                        Topics.INCENTIVE,
                        12,
                        event -> event.community().equals(community)
                                && event.type().equals("dev.hearth.incentive.member-compensated.v1")))
                .hasSize(12);
        api.get(path("compensations/outage/grants/nobody")).then().statusCode(404);
        api.get(path("compensations/outage/report"))
                .then()
                .statusCode(200)
                .body("running", equalTo(12))
                .body("effect", nullValue());
    }

    private void sql(String statement) {
        var _ = LedgerDatabase.await(pool.query(statement).execute());
    }

    private void verdict(String compensation, String expected) {
        api.get(path("compensations/" + compensation + "/report"))
                .then()
                .statusCode(200)
                .body("verdict", equalTo(expected));
    }

    private Map<String, Boolean> heldOut() {
        Map<String, Boolean> heldOut = new TreeMap<>();
        List<Map<String, Object>> items = api.get(path("compensations/outage/grants?limit=200"))
                .jsonPath()
                .getList("items");
        items.forEach(
                item -> heldOut.put(String.valueOf(item.get("memberId")), "HELD_OUT".equals(item.get("outcome"))));
        return heldOut;
    }

    private void bulk(List<String> members) {
        String body = members.stream().collect(Collectors.joining("\", \"", "{\"members\": [\"", "\"]}"));
        String task = api.post(path("compensations/outage/mass-grants"), body)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String place = task.replaceFirst("^https?://[^/]+", "");
        Api.await(() -> api.get(place).jsonPath().getString("status").equals("DONE"));
    }

    private Streams.Event act(String member, LocalDate day) {
        Instant noon = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(12, ChronoUnit.HOURS);
        return new Streams.Event(community, member + "-" + day, member, "message.posted", noon);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }

    /** Waits until all members are known here. */
    private void known(String... members) {
        for (String member : members) {
            streams.member(community, member);
        }
        make("probe", 0, "1").then().statusCode(201);
        Api.await(() -> api.post(
                        path("compensations/probe/mass-grants"),
                        "{\"members\": [\"" + String.join("\", \"", members) + "\", \"not-yet\"]}")
                .jsonPath()
                .getString("detail")
                .contains("not-yet"));
    }

    private Response make(String id, int holdOut, String expected) {
        return api.put(path("compensations/" + id), TERMS.formatted(holdOut, expected));
    }

    private Response grant(String compensation, String member, String key) {
        return api.post(path("compensations/" + compensation + "/grants"), "{\"memberId\": \"" + member + "\"}", key);
    }

    private void fund(long points) {
        api.post(path("campaigns/goodwill/fundings"), "{\"currency\": \"points\", \"points\": " + points + "}")
                .then()
                .statusCode(201);
    }

    private String path(String below) {
        return "/communities/" + community + "/" + below;
    }
}
