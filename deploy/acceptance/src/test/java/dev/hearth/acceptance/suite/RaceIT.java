package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.local.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 64 clients at once on what only some of them can have: over HTTP, against the packaged service. */
class RaceIT {
    private static final int EARNED = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper();

    private final RunningSuite suite = RunningSuite.shared();
    private final Client client = new Client(suite.stack().token(TokenRequest.forEverything()));

    @AfterEach
    void theBooksAreSound() {
        assertThat(new Books(suite).violations()).isEmpty();
    }

    @Test
    void oneWalletPaysForAsManyAsItHasPointsFor() {
        establish("race-wallet", List.of("ann"));
        put("race-wallet", "/rewards/sticker", reward(3, false));

        Race race = Race.of(number -> redeem("race-wallet", "ann", "sticker", "wallet-" + number));

        assertThat(race.outcomes()).isEqualTo(Map.of("201", 6, "409 /problems/insufficient-points", 58));
        assertThat(points("race-wallet", "ann")).isEqualTo(EARNED - 6 * 3);
        assertThat(redemptions("race-wallet", "ann")).isEqualTo(6);
        assertSound("race-wallet");
    }

    @Test
    void oneMemberGetsTheLastItem() {
        List<String> members = IntStream.range(0, Race.CLIENTS)
                .mapToObj(number -> "m-" + number)
                .toList();
        establish("race-item", members);
        put("race-item", "/rewards/cup", reward(5, true));
        URI stock = suite.incentive("/communities/race-item/rewards/cup/stock-entries");
        HttpResponse<String> entered =
                client.post(stock, "{\"quantity\":1,\"reason\":\"the last one\"}", "Idempotency-Key", "the-last-one");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);

        Race race = Race.of(number -> redeem("race-item", members.get(number), "cup", "item-" + number));

        assertThat(race.outcomes()).isEqualTo(Map.of("201", 1, "409 /problems/out-of-stock", 63));
        long left = members.stream()
                .mapToLong(member -> points("race-item", member))
                .sum();
        assertThat(left).isEqualTo((long) Race.CLIENTS * EARNED - 5);
        assertSound("race-item");
    }

    @Test
    void oneKeyTakesEffectOnce() {
        establish("race-key", List.of("ann"));
        put("race-key", "/rewards/sticker", reward(3, false));

        Race race = Race.of(number -> redeem("race-key", "ann", "sticker", "the-one-key"));

        // Who comes while the first one is under way may be told so; everybody else gets its answer.
        assertThat(race.answers())
                .extracting(HttpResponse::statusCode)
                .containsAnyOf(201)
                .isSubsetOf(201, 409);
        Set<String> told = race.answers().stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(HttpResponse::body)
                .collect(Collectors.toSet());
        assertThat(told).as("answers").hasSize(1);
        assertThat(race.answers().stream().filter(answer -> answer.statusCode() == 201 && !isReplay(answer)))
                .as("answers that are no replays")
                .hasSize(1);
        assertThat(isReplay(redeem("race-key", "ann", "sticker", "the-one-key")))
                .isTrue();
        assertThat(redeem("race-key", "ann", "another", "the-one-key").statusCode())
                .as("the same key with another body")
                .isEqualTo(422);
        assertThat(points("race-key", "ann")).isEqualTo(EARNED - 3);
        assertThat(redemptions("race-key", "ann")).isEqualTo(1);
        assertSound("race-key");
    }

    private static boolean isReplay(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed").orElse("").equals("true");
    }

    /** A community whose members have {@link #EARNED} points each, and are known where they redeem. */
    private void establish(String community, List<String> members) {
        ObjectNode charter = JSON.objectNode()
                .put("name", community)
                .put("purpose", "races")
                .put("zone", "UTC")
                .put("joinMode", "OPEN");
        var _ = suite.client()
                .put(suite.member("/communities/" + community), charter)
                .orFail("PUT " + community);
        members.forEach(member -> {
            var _ = suite.client()
                    .put(suite.member("/communities/" + community + "/members/" + member), JSON.objectNode())
                    .orFail("PUT " + member);
        });
        put(community, "/currencies/points", JSON.objectNode().put("name", "Points"));
        ObjectNode rule = JSON.objectNode().put("currency", "points").put("amount", EARNED);
        rule.putArray("kinds").add("message.posted");
        put(community, "/earning-rules/welcome", rule);
        members.forEach(member -> earn(community, member));
        members.forEach(member -> {
            var _ = Eventually.get(() -> points(community, member), points -> points == EARNED);
        });
    }

    private void earn(String community, String member) {
        HttpResponse<String> taken = Eventually.get(
                () -> client.post(
                        suite.engagement("/communities/" + community + "/events"),
                        Client.messages(member, "2026-03-01T12:00:00Z", community + member)),
                answer -> answer.statusCode() != 404);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    }

    private static ObjectNode reward(int price, boolean counted) {
        return JSON.objectNode()
                .put("title", "Something nice")
                .put("type", "GOODS")
                .put("currency", "points")
                .put("price", price)
                .put("stockCounted", counted);
    }

    /** The community is new: incentive-service may hear of it a moment later. */
    private void put(String community, String path, ObjectNode body) {
        String address = "/communities/" + community + path;
        Answer answer = Eventually.get(
                () -> suite.client().put(suite.incentive(address), body), response -> response.status() != 404);
        var _ = answer.orFail("PUT " + address);
    }

    private HttpResponse<String> redeem(String community, String member, String reward, String key) {
        return client.post(
                suite.incentive("/communities/" + community + "/members/" + member + "/redemptions"),
                "{\"reward\":\"" + reward + "\"}",
                "Idempotency-Key",
                key);
    }

    private long points(String community, String member) {
        return get("/communities/" + community + "/members/" + member + "/balances")
                .path("items")
                .path(0)
                .path("points")
                .asLong();
    }

    private int redemptions(String community, String member) {
        return get("/communities/" + community + "/members/" + member + "/redemptions")
                .path("items")
                .size();
    }

    private void assertSound(String community) {
        JsonNode audit = new Points(suite, community).trialBalance();
        assertThat(audit.path("sound").asBoolean()).as("sound books: " + audit).isTrue();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = client.get(suite.incentive(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return READER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
