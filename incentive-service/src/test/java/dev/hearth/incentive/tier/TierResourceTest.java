package dev.hearth.incentive.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.contract.incentive.TierChanged;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.Streams.Event;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiers from the topic to the topic, and over HTTP. */
@QuarkusTest
@IncentiveStack
class TierResourceTest {
    private static final String SCHEME = """
            {"currency": "points", "period": {"kind": "LIFETIME"}, "tiers": [
              {"tier": "silver", "name": "Silver", "threshold": 10},
              {"tier": "gold", "name": "Gold", "threshold": 30, "multiplier": 1500, "privileges": ["lounge"]}]}""";
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
        base = "/communities/" + community;
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void bringsMembersToTheirTiersByWhatTheyDoAndTellsEachChangeOnce() {
        api.put(base + "/tiers/scheme", SCHEME).then().statusCode(201).header("ETag", "\"1\"");
        api.put(base + "/earning-rules/talk", "{\"kinds\":[\"message.posted\"],\"currency\":\"points\",\"amount\":6}")
                .then()
                .statusCode(201);
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            events.add(new Event(community, "e" + number, "ada", "message.posted", NOON.plusSeconds(number)));
        }
        events.add(new Event(community, "b0", "bob", "message.posted", NOON));
        streams.engage(events);
        streams.engage(events);
        api.caughtUp();

        api.get(base + "/members/ada/tier")
                .then()
                .statusCode(200)
                .body("tier", equalTo("gold"))
                .body("level", equalTo(2))
                .body("multiplier", equalTo(1500))
                .body("privileges", equalTo(List.of("lounge")))
                .body("progress.earned", equalTo(36))
                .body("progress.nextTier", nullValue());
        api.get(base + "/members/bob/tier")
                .then()
                .body("tier", nullValue())
                .body("level", equalTo(0))
                .body("progress.nextTier", equalTo("silver"))
                .body("progress.missing", equalTo(4));
        api.get(base + "/tiers/gold/members").then().body("items.memberId", equalTo(List.of("ada")));
        List<TierChanged> told = told();
        assertThat(told).allSatisfy(one -> assertThat(one.memberId()).isEqualTo("ada"));
        assertThat(told.getFirst().from()).isNull();
        assertThat(told.getLast().to()).isEqualTo("gold");
        assertThat(told).extracting(TierChanged::to).doesNotHaveDuplicates();
    }

    @Test
    void pinsATierAndLetsItGo() {
        api.put(base + "/tiers/scheme", SCHEME).then().statusCode(201);
        String override = base + "/members/ada/tier-override";
        String gold = "{\"tier\":\"gold\",\"until\":\"2031-01-01T00:00:00Z\",\"reason\":\"ten years\"}";

        api.get(override).then().statusCode(404).body("type", equalTo("/problems/no-tier-override"));
        api.put(override, gold).then().statusCode(201).body("tier", equalTo("gold"));
        api.put(override, gold).then().statusCode(200);
        String etag = api.get(override).then().statusCode(200).extract().header("ETag");
        api.put(override, gold.replace("gold", "silver")).then().statusCode(428);
        api.put(override, gold.replace("gold", "brass"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/tier"));
        api.put(override, gold.replace("2031", "2001"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        api.get(base + "/members/ada/tier")
                .then()
                .body("tier", equalTo("gold"))
                .body("override.reason", equalTo("ten years"));
        api.delete(override).then().statusCode(428);
        api.delete(override, etag).then().statusCode(204);
        api.get(base + "/members/ada/tier").then().body("tier", nullValue()).body("override", nullValue());
        api.delete(override, etag).then().statusCode(404);
        assertThat(told()).extracting(TierChanged::to).containsExactly("gold", null);
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "^currency^:^points^,^period^:{^kind^:^YEAR^},^status^:^RETIRED^,^tiers^:[~] | /status | ACTIVE or DRAFT",
                "^currency^:^gold^,^period^:{^kind^:^YEAR^},^tiers^:[~] | /currency | PUT the currency first",
                "^currency^:^points^,^period^:{^kind^:^YEAR^,^days^:3},^tiers^:[~] | /period/days | ROLLING only",
                "^currency^:^points^,^period^:{^kind^:^ROLLING^},^tiers^:[~] | /period/days | missing",
                "^currency^:^points^,^period^:{^kind^:^ROLLING^,^days^:9999},^tiers^:[~] | /period/days | 1 to 3660",
                "^currency^:^points^,^period^:{^kind^:^MONTH^},^graceDays^:28,^tiers^:[~] | /graceDays | 0 to 27",
                "^currency^:^points^,^period^:{^kind^:^YEAR^},^tiers^:[~,~] | /tiers/1/tier | twice",
                "^currency^:^points^,^period^:{^kind^:^YEAR^},^tiers^:[~,{^tier^:^b^,^name^:^B^,^threshold^:5}] | /tiers/1/threshold | above",
                "^currency^:^points^,^period^:{^kind^:^YEAR^},^tiers^:[{^tier^:^b^,^name^:^B^,^threshold^:5,^keep^:6}] | /tiers/0/keep | 0 to 5",
                "^currency^:^points^,^period^:{^kind^:^YEAR^},^tiers^:[{^tier^:^b^,^name^:^B^,^threshold^:5,^multiplier^:-1}] | /tiers/0/multiplier | 0 to",
            })
    void refusesABadSchemeNamingThePlace(String fields, String pointer, String detail) {
        String body = ("{" + fields + "}")
                .replace("~", "{^tier^:^a^,^name^:^A^,^threshold^:5}")
                .replace('^', '"');
        api.put(base + "/tiers/scheme", body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
        api.get(base + "/tiers/scheme").then().statusCode(404);
    }

    @Test
    void keepsEveryVersionOfTheScheme() {
        api.put(base + "/tiers/scheme", SCHEME).then().statusCode(201);
        api.put(base + "/tiers/scheme", SCHEME).then().statusCode(200).header("ETag", "\"1\"");
        String easier = SCHEME.replace("30", "20");
        api.put(base + "/tiers/scheme", easier).then().statusCode(428);
        api.put(base + "/tiers/scheme", easier, 1).then().statusCode(200).header("ETag", "\"2\"");
        api.get(base + "/tiers/scheme/versions").then().body("items", hasSize(2));
    }

    @Test
    void letsAMemberSeeItsOwnTierOnlyAndChangeNothing() {
        api.put(base + "/tiers/scheme", SCHEME).then().statusCode(201);
        Api ada = Api.with(TestTokens.member(community, "ada", "incentives:read incentives:write"));

        ada.get(base + "/members/ada/tier").then().statusCode(200);
        ada.get(base + "/members/bob/tier").then().statusCode(403);
        ada.get(base + "/tiers/gold/members").then().statusCode(403);
        ada.put(
                        base + "/members/ada/tier-override",
                        "{\"tier\":\"gold\",\"until\":\"2031-01-01T00:00:00Z\",\"reason\":\"me\"}")
                .then()
                .statusCode(403);
        ada.put(base + "/tiers/scheme", SCHEME).then().statusCode(403);
    }

    private List<TierChanged> told() {
        List<CloudEvent> events = streams.read(
                Topics.INCENTIVE,
                1,
                event -> event.community().equals(community)
                        && event.type().equals("dev.hearth.incentive.tier-changed.v1"));
        return events.stream()
                .map(event -> ContractJson.read(Objects.requireNonNull(event.data()), TierChanged.class))
                .toList();
    }
}
