package dev.hearth.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.simulation.Person;
import dev.hearth.acceptance.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What members do with their points once the history has earned them: redeemed rewards, a draw, a red packet. */
final class Treats {
    private static final int SPENDERS = 150;
    private static final int ENTRANTS = 40;
    private static final int SHARES = 20;

    private final Place place;
    private final Simulation simulation;

    Treats(Place place, Simulation simulation) {
        this.place = place;
        this.simulation = simulation;
    }

    /** At the opening, once: the keys are the same each time. */
    void all() {
        List<String> staying = simulation.founders().stream()
                .filter(person -> person.lastDay() == null && !person.planted())
                .map(Person::id)
                .toList();
        staying.stream().limit(SPENDERS).forEach(member -> redeem(member, "coffee", "opening"));
        staying.stream().limit(SPENDERS / 3).forEach(member -> redeem(member, "tote", "opening"));
        draw(staying.stream().limit(ENTRANTS).toList());
        packet(staying);
    }

    /** If the member has the points. */
    void redeem(String member, String reward, String occasion) {
        place.offer(
                place.incentive("/members/" + member + "/redemptions"),
                "{\"reward\": \"%s\"}".formatted(reward),
                reward + "-" + occasion + "-" + member);
    }

    private void draw(List<String> entrants) {
        Instant closing = simulation.opening().plus(Duration.ofDays(7));
        place.put(place.incentive("/draws/anniversary"), """
                {"title": "Anniversary draw 周年抽奖", "organiser": "Simulated by hearth up --demo",
                 "rules": "One entry a member. Simulated: nothing is sent.", "mode": "CLOSING",
                 "prizes": [{"prize": "mug", "title": "A mug 马克杯", "quantity": 3}],
                 "opensAt": "%s", "closesAt": "%s", "drawsAt": "%s", "entriesPerMember": 1, "winsPerMember": 1}""".formatted(
                        simulation.opening(), closing, closing.plus(Duration.ofHours(1))));
        JsonNode drafted = place.client()
                .get(place.incentive("/draws/anniversary"))
                .orFail("GET the draw")
                .body();
        if (drafted.path("status").asText().equals("DRAFT")) {
            var _ = place.post(
                    place.incentive("/draws/anniversary/openings"),
                    "{\"version\": " + drafted.path("version").asLong() + "}",
                    "draw-opening");
        }
        entrants.forEach(member -> place.offer(
                place.incentive("/draws/anniversary/entries"),
                "{\"memberId\": \"%s\"}".formatted(member),
                "draw-" + member));
    }

    private void packet(List<String> claimants) {
        place.put(place.incentive("/red-packet-policies/points"), """
                {"memberSending": true, "maxTotal": 1000, "maxShares": 50, "packetsPerDay": 5, "pointsPerDay": 2000,
                 "claimsPerDay": 20, "minutesOpen": 1440}""");
        JsonNode packet = place.post(place.incentive("/red-packets"), """
                {"currency": "points", "total": 200, "shares": %d, "split": "RANDOM", "minutesOpen": 1440,
                 "greeting": "恭喜发财 Good luck"}""".formatted(SHARES), "red-packet");
        claimants.stream()
                .limit(SHARES - 5)
                .forEach(member -> place.offer(
                        place.incentive("/red-packets/" + packet.path("packet").asText() + "/claims"),
                        "{\"memberId\": \"%s\"}".formatted(member),
                        "claim-" + member));
    }
}
