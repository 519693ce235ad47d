package dev.hearth.engagement.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.engagement.Api;
import dev.hearth.engagement.Servers;
import dev.hearth.engagement.Streams;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.LocalPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker and the database go away and come back while events come in. */
@QuarkusTest
@Servers
class OutageTest {
    private static final String COMMUNITY = "outage-test";
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @BeforeEach
    void knowsTheCommunity() {
        Streams.putCommunity(COMMUNITY, "UTC");
        Streams.putMember(COMMUNITY, "mallory", MemberStatus.BANNED, 1);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.post(COMMUNITY, Api.JSON, Api.events(Api.event("warm-up", "mallory")))
                        .then()
                        .statusCode(422));
    }

    @AfterEach
    void everythingRuns() {
        if (!LocalKafka.shared().running()) {
            LocalKafka.shared().restart();
        }
        if (!LocalPostgres.shared().running()) {
            LocalPostgres.shared().restart();
        }
    }

    @Test
    void answers503WhileTheBrokerIsAwayAndRecoversAlone() {
        post("before").then().statusCode(202);
        LocalKafka.shared().kill();
        for (int i = 0; i < 3; i++) {
            refusesInTime(post("during-" + i));
        }
        LocalKafka.shared().restart();
        await().atMost(30, SECONDS).untilAsserted(() -> post("after").then().statusCode(202));
        assertThat(recorded()).contains("before", "after");
    }

    @Test
    void answers503WhileTheBrokerHangs() {
        LocalKafka.shared().pause();
        try {
            refusesInTime(post("hung"));
        } finally {
            LocalKafka.shared().resume();
        }
        await().atMost(30, SECONDS)
                .untilAsserted(() -> post("hung-after").then().statusCode(202));
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheBrokerIsKilled() throws InterruptedException {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger next = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(Thread.ofVirtual().start(() -> {
                while (running.get()) {
                    String id = "storm-" + next.getAndIncrement();
                    if (post(id).statusCode() == 202) {
                        acknowledged.add(id);
                    }
                }
            }));
        }
        await().until(() -> acknowledged.size() > 100);
        LocalKafka.shared().kill();
        LocalKafka.shared().restart();
        int before = acknowledged.size();
        await().atMost(30, SECONDS).until(() -> acknowledged.size() > before + 100);
        running.set(false);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(new HashSet<>(recorded())).containsAll(acknowledged);
    }

    @Test
    void eventsGoOnWithoutTheDatabase() {
        String kind = "outage.noted";
        Api.putKind(COMMUNITY, kind, "{\"description\":\"Noted\"}").then().statusCode(201);
        LocalPostgres.shared().stop();
        post("no-database").then().statusCode(202);
        String own = Api.event("no-database-own", "ada").replace("message.posted", kind);
        Api.post(COMMUNITY, Api.JSON, Api.events(own)).then().statusCode(202);
        RestAssured.get("/q/health/ready").then().statusCode(200);
        Api.putKind(COMMUNITY, "outage.other", "{\"description\":\"Other\"}")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/unavailable"));
        LocalPostgres.shared().restart();
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Api.putKind(COMMUNITY, "outage.other", "{\"description\":\"Other\"}")
                                .statusCode())
                        .isIn(200, 201));
    }

    private static void refusesInTime(Response answer) {
        answer.then().statusCode(503).body("type", equalTo("/problems/not-recorded"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(Duration.ofMillis(answer.time())).isLessThan(PROMISED);
    }

    private static Response post(String id) {
        return Api.post(COMMUNITY, Api.JSON, Api.events(Api.event(id, "ada")));
    }

    private static List<String> recorded() {
        return Streams.eventsOf(COMMUNITY).stream()
                .map(read -> read.event().id())
                .toList();
    }
}
