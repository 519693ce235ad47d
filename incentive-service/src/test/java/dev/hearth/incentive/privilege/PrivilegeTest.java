package dev.hearth.incentive.privilege;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.member.Members;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class PrivilegeTest {
    @Inject
    Pool pool;

    @Inject
    Members members;

    @Inject
    Privileges privileges;

    @Inject
    Granting granting;

    @Inject
    Events events;

    @Inject
    Outbox outbox;

    @Inject
    Uuid7 ids;

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
        base = "/communities/" + community;
        streams.member(community, "ada");
        Api.await(() -> members.find(community, "ada").isPresent());
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void grantsATitleAndRevokesItOnce() {
        Response granted = grant("ada", "{\"kind\":\"TITLE\",\"name\":\"tea master\",\"days\":30}");
        String id = granted.then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .extract()
                .jsonPath()
                .getString("privilege");
        assertThat(granted.header("Location")).endsWith(base + "/privileges/" + id);

        post(base + "/privileges/" + id + "/revocations", "{\"reason\":\"by mistake\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        post(base + "/privileges/" + id + "/revocations", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/privilege-ended"));

        api.get(base + "/privileges/" + id).then().body("state", equalTo("REVOKED"));
        api.get(base + "/privileges/" + UUID.randomUUID()).then().statusCode(404);
        String key = Topics.memberKey(community, "ada");
        assertThat(streams.read(Topics.INCENTIVE, 2, event -> event.key().equals(key)))
                .extracting(CloudEvent::type)
                .containsExactly(
                        "dev.hearth.incentive.privilege-granted.v1", "dev.hearth.incentive.privilege-ended.v1");
    }

    @Test
    void expiresAtItsEndAndNotBeforeHoweverManyReplicasLook() {
        grant("ada", "{\"kind\":\"PIN\",\"name\":\"top\",\"days\":1}").then().statusCode(201);
        grant("ada", "{\"kind\":\"PIN\",\"name\":\"top\",\"days\":1}").then().statusCode(201);
        grant("ada", "{\"kind\":\"ACCESS\",\"name\":\"lounge\"}")
                .then()
                .statusCode(201)
                .body("until", nullValue());

        expire(Duration.ofHours(23));
        assertThat(states()).containsExactly("ACTIVE", "ACTIVE", "ACTIVE");
        expire(Duration.ofHours(25));
        assertThat(states())
                .as("the second begins where the first ends")
                .containsExactly("ACTIVE", "ACTIVE", "EXPIRED");
        expire(Duration.ofHours(49));
        expire(Duration.ofHours(49));
        assertThat(states()).containsExactly("ACTIVE", "EXPIRED", "EXPIRED");
    }

    @Test
    void refusesAPrivilegeThatCannotBeNamingThePlace() {
        grant("ada", "{\"name\":\"x\"}").then().statusCode(422).body("errors[0].pointer", equalTo("/kind"));
        grant("ada", "{\"kind\":\"TITLE\"}").then().statusCode(422).body("errors[0].pointer", equalTo("/name"));
        grant("ada", "{\"kind\":\"GROUP\",\"name\":\"no group\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"));
        grant("ada", "{\"kind\":\"TITLE\",\"name\":\"x\",\"days\":0}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/days"));
        grant("nobody", "{\"kind\":\"TITLE\",\"name\":\"x\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-member"));
        assertThat(states()).isEmpty();
    }

    @Test
    void showsAMemberOnlyItsOwn() {
        grant("ada", "{\"kind\":\"TITLE\",\"name\":\"x\"}").then().statusCode(201);
        Api ada = Api.with(TestTokens.member(community, "ada", "incentives:read incentives:write"));

        ada.get(base + "/members/ada/privileges").then().statusCode(200).body("items[0].name", equalTo("x"));
        ada.get(base + "/members/bob/privileges").then().statusCode(403);
    }

    private void expire(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        PrivilegeExpiryJob job = new PrivilegeExpiryJob(
                privileges, granting, Bookkeeping.of(new Ledger(clock, ids::next), events, outbox), clock);
        while (await(pool.withTransaction(connection -> job.runOnce(connection, 2))) == 2) {}
    }

    private List<String> states() {
        return api.get(base + "/members/ada/privileges")
                .then()
                .extract()
                .jsonPath()
                .getList("items.state");
    }

    private Response grant(String member, String body) {
        return post(base + "/members/" + member + "/privileges", body);
    }

    private static Response post(String path, String body) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }
}
