package dev.hearth.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/** The packaged service, from the first community to the last farewell. */
@QuarkusIntegrationTest
@MemberStack
class MemberJourneyIT {
    private final Api api = Api.all();

    @Test
    void goesFromJoiningToLeaving() {
        String community = api.community("APPROVAL");
        String ada = "/communities/" + community + "/members/ada";
        api.group(community, "runners");

        api.put(ada, "{\"displayName\":\"Ada\",\"groups\":[\"runners\"]}")
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"));
        api.put(ada + "/status", "{\"status\":\"ACTIVE\"}").then().statusCode(200);
        api.patch(ada, "{\"level\":2,\"tags\":[\"host\"]}", 2).then().statusCode(200);
        api.post(ada + "/departures", "{\"reason\":\"moving away\"}").then().statusCode(200);
        api.put(ada, "{\"displayName\":\"Ada\"}", 4)
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("level", equalTo(2));
        api.get("/communities/" + community + "/members?status=PENDING")
                .then()
                .body("items[0].memberId", equalTo("ada"));
    }

    @Test
    void isObservable() {
        api.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        api.get("/q/health/live").then().statusCode(200);
        assertThat(api.community("OPEN")).isNotEmpty();
        api.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("hearth_outbox_rows"))
                .body(containsString("http_server_requests_seconds"));
        api.get("/q/openapi").then().statusCode(200).body(containsString("/communities/{community}/members/{member}"));
    }
}
