package dev.hearth.member.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.hearth.member.Api;
import dev.hearth.member.MemberStack;
import dev.hearth.member.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MemberStack
class GroupResourceTest {
    private final Api api = Api.all();

    @Test
    void isFormedOnceAndThenFound() {
        String community = api.community("OPEN");
        String path = "/communities/" + community + "/groups/runners";

        api.put(path, "{\"name\":\"Runners\",\"zone\":\"Asia/Shanghai\"}")
                .then()
                .statusCode(201)
                .header("Location", endsWith(path))
                .header("ETag", "\"1\"");
        api.put(path, "{\"name\":\"Runners\",\"zone\":\"Asia/Shanghai\"}")
                .then()
                .statusCode(200);
        api.put(path, "{\"name\":\"Runners\"}").then().statusCode(428);
        api.put(path, "{\"name\":\"Runners\",\"owner\":\"ada\"}", 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        api.get(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Runners"))
                .body("owner", equalTo("ada"))
                .body("$", not(hasKey("zone")));

        var states = new Topic("hearth.community-state").ofKey(community + "/runners", 2);
        assertThat(Topic.payload(states.getFirst()).path("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(Topic.payload(states.getFirst()).has("owner")).isFalse();
        assertThat(Topic.payload(states.getLast()).has("zone")).isFalse();
        assertThat(Topic.payload(states.getLast()).path("owner").asText()).isEqualTo("ada");
        assertThat(Topic.payload(states.getLast()).path("groupId").asText()).isEqualTo("runners");
        assertThat(Topic.header(states.getLast(), "ce_type")).isEqualTo("dev.hearth.member.group-state.v1");
        assertThat(Topic.header(states.getLast(), "ce_aggregateversion")).isEqualTo("2");
    }

    @Test
    void belongsToAKnownCommunity() {
        String nowhere = Api.fresh("none");
        api.put("/communities/" + nowhere + "/groups/g", "{\"name\":\"G\"}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-community"));
        api.get("/communities/" + nowhere + "/groups").then().statusCode(404);
        api.get("/communities/" + api.community("OPEN") + "/groups/g")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-group"));
    }

    @Test
    void isListedByPagesInItsOwnCommunityOnly() {
        String community = api.community("OPEN");
        String other = api.community("OPEN");
        List.of("c", "a", "b").forEach(group -> api.group(community, group));
        api.group(other, "z");

        String next = api.get("/communities/" + community + "/groups?limit=2")
                .then()
                .body("items.groupId", equalTo(List.of("a", "b")))
                .extract()
                .path("next");
        api.get("/communities/" + community + "/groups?limit=2&cursor=" + next)
                .then()
                .body("items.groupId", equalTo(List.of("c")))
                .body("$", not(hasKey("next")));
    }
}
