package dev.hearth.member.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.test.TestTokens;
import dev.hearth.member.Api;
import dev.hearth.member.MemberStack;
import dev.hearth.member.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MemberStack
class CommunityResourceTest {
    private static final Topic STATE = new Topic("hearth.community-state");
    private static final String ACME = "{\"name\":\"Acme\",\"purpose\":\"Run\",\"zone\":\"Asia/Shanghai\"}";

    private final Api api = Api.all();
    private final String id = Api.fresh("acme");
    private final String path = "/communities/" + id;

    @Test
    void isEstablishedOnceAndThenFound() {
        api.put(path, ACME)
                .then()
                .statusCode(201)
                .header("Location", endsWith(path))
                .header("ETag", "\"1\"")
                .body("community", equalTo(id))
                .body("joinMode", equalTo("OPEN"));
        api.put(path, ACME).then().statusCode(200).header("ETag", "\"1\"");
        String read = api.get(path).then().statusCode(200).extract().asString();
        assertThat(api.put(path, ACME).asString()).isEqualTo(read);
        assertThat(STATE.ofKey(id, 1)).hasSize(1);
    }

    @Test
    void tellsItsWholeStateWithEachChange() {
        api.put(path, ACME).then().statusCode(201);
        api.put(path, "{\"name\":\"Acme\",\"zone\":\"UTC\",\"joinMode\":\"APPROVAL\"}", 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("purpose", equalTo(""));

        var states = STATE.ofKey(id, 2);
        assertThat(Topic.payload(states.getFirst()))
                .isEqualTo(json("{'community':'%s','name':'Acme','purpose':'Run','zone':'Asia/Shanghai',"
                        + "'joinMode':'OPEN','version':1}"));
        assertThat(Topic.payload(states.getLast()))
                .isEqualTo(json("{'community':'%s','name':'Acme','purpose':'','zone':'UTC',"
                        + "'joinMode':'APPROVAL','version':2}"));
        assertThat(Topic.header(states.getLast(), "ce_type")).isEqualTo("dev.hearth.member.community-state.v1");
        assertThat(Topic.header(states.getLast(), "ce_community")).isEqualTo(id);
        assertThat(Topic.header(states.getLast(), "ce_aggregateversion")).isEqualTo("2");
    }

    @Test
    void needsTheVersionThatWasReadToChange() {
        api.put(path, ACME).then().statusCode(201);
        String other = ACME.replace("Run", "Walk");

        api.put(path, other).then().statusCode(428).body("type", equalTo("/problems/precondition-required"));
        api.put(path, other, 7)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"))
                .body("errors[0].pointer", equalTo("If-Match:"));
        api.get(path).then().body("purpose", equalTo("Run")).body("version", equalTo(1));
        api.put(path, other, 1).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void namesWhatIsWrongWithACharter() {
        refuses("{\"name\":\"A\",\"zone\":\"Mars/Base\"}", 422, "/zone", "IANA");
        refuses("{\"name\":\"A\"}", 422, "/zone", "missing");
        refuses("{\"zone\":\"UTC\"}", 422, "/name", "missing");
        refuses("{\"name\":\"A\",\"zone\":\"UTC\",\"colour\":1}", 400, "/colour", "known are joinMode, name");
        refuses(
                "{\"name\":\"A\",\"zone\":\"UTC\",\"joinMode\":\"SHUT\"}",
                400,
                "/joinMode",
                "OPEN, APPROVAL, INVITATION");
        refuses("{\"name\":{},\"zone\":\"UTC\"}", 400, "/name", "must be a string");
        refuses("{\"name\":", 400, "", "line 1");
        refuses("", 422, "", "missing");
        api.get(path).then().statusCode(404);
    }

    @Test
    void isUnknownOnlyToWhoMayKnow() {
        api.get(path).then().statusCode(404).body("type", equalTo("/problems/unknown-community"));
        Api stranger = Api.with(TestTokens.with("elsewhere", "communities:read communities:write"));
        api.put(path, ACME).then().statusCode(201);

        stranger.get(path).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        stranger.get("/communities/" + Api.fresh("none")).then().statusCode(403);
        stranger.put(path, ACME).then().statusCode(403);
    }

    @Test
    void isListedToWhomItConcernsOnly() {
        String second = Api.fresh("acme");
        String third = Api.fresh("acme");
        List.of(id, second, third)
                .forEach(one -> api.put("/communities/" + one, ACME).then().statusCode(201));
        Api two = Api.with(TestTokens.token(TokenRequest.forSubject("t")
                .scopes("communities:read")
                .community(id)
                .community(third)
                .community("never-made")));

        two.get("/communities").then().body("items.community", equalTo(List.of(id, third)));
        String next = two.get("/communities?limit=1")
                .then()
                .body("items.community", equalTo(List.of(id)))
                .extract()
                .path("next");
        two.get("/communities?limit=1&cursor=" + next)
                .then()
                .body("items.community", equalTo(List.of(third)))
                .body("$", not(hasKey("next")));
        Api.with(TestTokens.token(TokenRequest.forSubject("nowhere").scopes("communities:read")))
                .get("/communities")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private void refuses(String body, int status, String pointer, String detail) {
        api.put(path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    private JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.formatted(id).replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
