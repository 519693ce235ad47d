package dev.hearth.member.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.member.Api;
import dev.hearth.member.MemberStack;
import dev.hearth.member.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@MemberStack
class MemberImportTest {
    private static final Topic FACTS = new Topic("hearth.member");
    private static final Topic STATES = new Topic("hearth.member-state");
    private static final String SAID = "\"displayName\":\"Ada\",\"channel\":\"mail\",\"zone\":\"Europe/London\","
            + "\"groups\":[\"swimmers\",\"runners\"],\"tags\":[\"b\",\"a\",\"b\"],\"level\":2,\"planted\":true,"
            + "\"joinedAt\":\"2024-05-01T08:00:00.1234567Z\"";

    private final Api api = Api.all();
    private String community = "";
    private String members = "";

    @BeforeEach
    void establishACommunity() {
        community = api.community("OPEN");
        members = "/communities/" + community + "/members";
        api.group(community, "runners");
        api.group(community, "swimmers");
    }

    @Test
    void leavesTheSameBehindAsEnrollingAlone() {
        api.put(members + "/ada", "{" + SAID + "}").then().statusCode(201);
        load("{\"memberId\":\"bob\"," + SAID + "}", "{\"memberId\":\"eve\"}")
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(2))
                .body("existing", equalTo(0))
                .body("refused", hasSize(0));

        assertThat(view("bob")).isEqualTo(view("ada"));
        assertThat(told(FACTS, "bob", 3)).isEqualTo(told(FACTS, "ada", 3));
        assertThat(told(STATES, "bob", 1)).isEqualTo(told(STATES, "ada", 1));
        api.put(members + "/fay", "{}").then().statusCode(201);
        assertThat(told(FACTS, "eve", 1).getFirst()).contains("joined.v1");
        assertThat(told(STATES, "eve", 1)).isEqualTo(told(STATES, "fay", 1));
        api.get(members + "?group=runners&limit=10").then().body("items.memberId", equalTo(List.of("ada", "bob")));
    }

    @Test
    void enrolsNobodyTwice() {
        String[] both = {"{\"memberId\":\"ada\"," + SAID + "}", "{\"memberId\":\"bob\"}"};
        load(both).then().statusCode(200).body("enrolled", equalTo(2));
        JsonNode before = view("ada");

        load(both[1], both[0], "{\"memberId\":\"eve\"}")
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(1))
                .body("existing", equalTo(2));
        assertThat(view("ada")).isEqualTo(before);
        assertThat(FACTS.typesOf(community + "/ada", 3))
                .containsExactly("joined.v1", "group-joined.v1", "group-joined.v1");
        assertThat(STATES.ofKey(community + "/ada", 1)).hasSize(1);
    }

    @Test
    void enrolsWhomItCanAndRefusesTheOthersByTheirIndex() {
        api.put(members + "/ada", "{\"displayName\":\"Ada\"}").then().statusCode(201);

        load(
                        "{\"memberId\":\"bob\",\"groups\":[\"nowhere\"]}",
                        "{\"memberId\":\"good-1\"}",
                        "{\"memberId\":\"ada\",\"displayName\":\"Eve\"}",
                        "{\"memberId\":\"good-1\"}",
                        "{\"memberId\":\"good-2\",\"groups\":[\"runners\"]}")
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(2))
                .body("existing", equalTo(0))
                .body("refused.index", equalTo(List.of(0, 2, 3)))
                .body("refused.memberId", equalTo(List.of("bob", "ada", "good-1")))
                .body("refused.problem.status", equalTo(List.of(422, 428, 422)))
                .body("refused[0].problem.type", equalTo("/problems/unknown-groups"))
                .body("refused[0].problem.errors[0].pointer", equalTo("/members/0/groups"))
                .body("refused[2].problem.errors[0].detail", containsString("member 1"));

        api.get(members + "?limit=10")
                .then()
                .body("items.memberId", equalTo(List.of("ada", "good-1", "good-2")))
                .body("items[0].displayName", equalTo("Ada"));
        assertThat(FACTS.typesOf(community + "/good-2", 2)).containsExactly("joined.v1", "group-joined.v1");
        assertThat(FACTS.typesOf(community + "/ada", 1)).containsExactly("joined.v1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            7                                                          | 400 | /members/0           | must be a JSON object
            null                                                       | 400 | /members/0           | must be a JSON object
            {}                                                         | 422 | /members/0/memberId  | is missing
            {"memberId":7}                                             | 422 | /members/0/memberId  | is missing
            {"memberId":"a b"}                                         | 422 | /members/0/memberId  | is not an id
            {"memberId":"bob","nmae":"x"}                              | 400 | /members/0/nmae      | is not known here
            {"memberId":"bob","level":"1"}                             | 400 | /members/0/level     | a whole number
            {"memberId":"bob","level":1001}                            | 422 | /members/0/level     | must be 0 to 1000
            {"memberId":"bob","tags":["a",""]}                         | 422 | /members/0/tags/1    | must have 1 to 64
            {"memberId":"bob","zone":"Mars/Base"}                      | 422 | /members/0/zone      | IANA
            {"memberId":"bob","displayName":"a\\u0000b"}               | 422 | /members/0/displayName | NUL
            {"memberId":"bob","joinedAt":"2999-01-01T00:00:00Z"}       | 422 | /members/0/joinedAt  | from 1970 to now
            {"memberId":"bob","joinedAt":"soon"}                       | 400 | /members/0/joinedAt  | RFC 3339
            """)
    void saysOfEachFaultWhereItIsAndWhatWouldBeRight(String item, int status, String pointer, String detail) {
        load(item)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/nobody-enrolled"))
                .body("refused", hasSize(1))
                .body("refused[0].problem.status", equalTo(status))
                .body("refused[0].problem.errors[0].pointer", equalTo(pointer))
                .body("refused[0].problem.detail", containsString(detail));
        api.get(members).then().body("items", hasSize(0));
    }

    @Test
    void boundsWhatARequestMayHave() {
        refuses("{\"members\":[]}", 422, "/members");
        refuses("{}", 422, "/members");
        refuses("{\"members\":[" + many(501, "") + "]}", 422, "/members");
        String groups = IntStream.range(0, 11).mapToObj(i -> "\"g" + i + "\"").collect(Collectors.joining(","));
        refuses("{\"members\":[" + many(500, ",\"groups\":[" + groups + "]") + "]}", 422, "/members");
        refuses("[]", 400, "");
        api.post("/communities/nowhere-" + community + "/member-imports", "{\"members\":[{\"memberId\":\"bob\"}]}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-community"));
        api.get(members).then().body("items", hasSize(0));

        load(many(500, ",\"groups\":[\"runners\"]")).then().statusCode(200).body("enrolled", equalTo(500));
    }

    @Test
    void enrolsEachOnceWhenManyImportTheSameInDifferentOrders() throws Exception {
        List<String> items = IntStream.range(0, 300)
                .mapToObj(i -> "{\"memberId\":\"m-" + i + "\",\"groups\":[\"runners\"]}")
                .toList();
        int enrolled = 0;
        AtomicInteger unanswered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int turn = 0; turn < 6; turn++) {
                String[] order = (turn % 2 == 0 ? items : items.reversed()).toArray(String[]::new);
                answers.add(threads.submit(() -> persist(() -> load(order), unanswered)));
            }
            for (Future<Response> answer : answers) {
                answer.get().then().statusCode(200).body("refused", hasSize(0));
                int isNew = answer.get().path("enrolled");
                int was = answer.get().path("existing");
                assertThat(isNew + was).isEqualTo(300);
                enrolled += isNew;
            }
        }

        // What a request did whose answer came too late counts as existing when it is repeated.
        assertThat(enrolled).isLessThanOrEqualTo(300);
        assertThat(unanswered.get() > 0 || enrolled == 300)
                .as("%d enrolled", enrolled)
                .isTrue();
        List<String> listed =
                new ArrayList<>(api.get(members + "?group=runners&limit=200").<List<String>>path("items.memberId"));
        listed.addAll(api.get(members + "?group=runners&limit=200&cursor="
                        + api.get(members + "?group=runners&limit=200").path("next"))
                .<List<String>>path("items.memberId"));
        assertThat(listed).hasSize(300).doesNotHaveDuplicates();
        assertThat(FACTS.typesOf(community + "/m-7", 2)).containsExactly("joined.v1", "group-joined.v1");
        assertThat(FACTS.typesOf(community + "/m-299", 2)).containsExactly("joined.v1", "group-joined.v1");
    }

    /** As any client does: a service that is busy is asked again. */
    private static Response persist(Supplier<Response> request, AtomicInteger unanswered) throws InterruptedException {
        Response answer = request.get();
        for (int tries = 1; answer.statusCode() == 503 && tries < 30; tries++) {
            unanswered.incrementAndGet();
            Thread.sleep(1_000);
            answer = request.get();
        }
        return answer;
    }

    @Test
    void neitherBringsBackWhoLeftNorLiftsABan() {
        load("{\"memberId\":\"ada\"}", "{\"memberId\":\"bob\"}").then().statusCode(200);
        api.post(members + "/ada/departures", "{}").then().statusCode(200);
        api.put(members + "/bob/status", "{\"status\":\"BANNED\"}").then().statusCode(200);

        load("{\"memberId\":\"ada\"}", "{\"memberId\":\"bob\"}", "{\"memberId\":\"bob\",\"groups\":[\"runners\"]}")
                .then()
                .statusCode(200)
                .body("existing", equalTo(1))
                .body("refused.index", equalTo(List.of(0, 2)));
        load("{\"memberId\":\"bob\",\"groups\":[\"runners\"]}")
                .then()
                .statusCode(422)
                .body("refused[0].problem.type", equalTo("/problems/status-forbids"));
        api.get(members + "/ada").then().body("status", equalTo("LEFT"));
        api.get(members + "/bob").then().body("status", equalTo("BANNED")).body("groups", hasSize(0));
    }

    @Test
    void waitsForAnOperatorWhereTheCommunityApproves() {
        String strict = api.community("APPROVAL");
        api.post("/communities/" + strict + "/member-imports", "{\"members\":[{\"memberId\":\"ada\"}]}")
                .then()
                .statusCode(200);
        api.get("/communities/" + strict + "/members/ada").then().body("status", equalTo("PENDING"));
    }

    private void refuses(String body, int status, String pointer) {
        api.post("/communities/" + community + "/member-imports", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private Response load(String... items) {
        return api.post(
                "/communities/" + community + "/member-imports", "{\"members\":[" + String.join(",", items) + "]}");
    }

    private static String many(int count, String more) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"memberId\":\"m-" + i + "\"" + more + "}")
                .collect(Collectors.joining(","));
    }

    /** Without what differs from member to member. */
    private JsonNode view(String member) {
        try {
            ObjectNode view = (ObjectNode) new ObjectMapper()
                    .readTree(api.get(members + "/" + member)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
            return view.without(List.of("memberId", "changedAt"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The records of a member, without what differs from member to member. */
    private List<String> told(Topic topic, String member, int count) {
        return topic.ofKey(community + "/" + member, count).stream()
                .map(fact -> told(fact, topic.equals(FACTS)))
                .toList();
    }

    private static String told(ConsumerRecord<String, byte[]> record, boolean timed) {
        ObjectNode payload = (ObjectNode) Topic.payload(record);
        return Topic.header(record, "ce_type") + " " + Topic.header(record, "ce_aggregateversion") + " "
                + Topic.header(record, "ce_community") + " " + (timed ? Topic.header(record, "ce_time") : "")
                + payload.without("memberId");
    }
}
