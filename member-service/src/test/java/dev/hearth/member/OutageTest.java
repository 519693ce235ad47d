package dev.hearth.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.local.LocalKafka;
import dev.hearth.local.LocalPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MemberStack
class OutageTest {
    private static final Duration QUICKLY = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Api api = Api.all();

    @Test
    void answersQuicklyWithoutItsDatabaseAndRecoversAlone() {
        String community = api.community("OPEN");
        String members = "/communities/" + community + "/members/";
        LocalPostgres database = LocalPostgres.shared();
        database.stop();
        try {
            refusesForNow(() -> api.put(members + "ada", "{}"));
            refusesForNow(() -> api.get(members + "ada"));
            refusesForNow(() -> api.get("/communities"));
            refusesForNow(() -> api.post(members.substring(0, members.length() - 1), "{}"));
        } finally {
            database.restart();
        }
        within(RECOVERY, () -> api.put(members + "ada", "{}").statusCode() < 300);
        assertThat(new Topic("hearth.member").typesOf(community + "/ada", 1)).containsExactly("joined.v1");
    }

    @RepeatedTest(3)
    void refusesForNowWhileItsDatabaseIsFrozen() {
        String community = api.community("OPEN");
        LocalPostgres database = LocalPostgres.shared();
        database.pause();
        try {
            refusesForNow(() -> api.get("/communities/" + community));
        } finally {
            database.resume();
        }
        within(RECOVERY, () -> api.get("/communities/" + community).statusCode() == 200);
    }

    @Test
    void worksOnWithoutTheBrokerAndCatchesUpInOrder() {
        String community = api.community("OPEN");
        String ada = "/communities/" + community + "/members/ada";
        LocalKafka broker = LocalKafka.shared();
        broker.stop();
        try {
            api.put(ada, "{}").then().statusCode(201);
            api.patch(ada, "{\"level\":1}", 1).then().statusCode(200);
            api.post(ada + "/departures", "{}").then().statusCode(200);
            api.get("/q/health/ready")
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
        } finally {
            broker.restart();
        }
        assertThat(new Topic("hearth.member").typesOf(community + "/ada", 3))
                .containsExactly("joined.v1", "level-changed.v1", "left.v1");
    }

    private static void refusesForNow(Call call) {
        long start = System.nanoTime();
        Response refusal = call.send();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICKLY);
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.header("Retry-After")).isEqualTo("1");
        assertThat(refusal.contentType()).startsWith("application/problem+json");
        assertThat(refusal.<String>path("type")).isEqualTo("/problems/unavailable");
    }

    private static void within(Duration limit, Condition condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("recovered within %s", limit).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @FunctionalInterface
    interface Call {
        Response send();
    }

    @FunctionalInterface
    interface Condition {
        boolean holds();
    }
}
