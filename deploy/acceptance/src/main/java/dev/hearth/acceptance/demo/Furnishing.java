package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.simulation.Festival;
import dev.hearth.acceptance.simulation.Kinds;
import dev.hearth.acceptance.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators set up before anything happens: community, groups, kinds, rules, tiers, campaigns, named days. */
final class Furnishing {
    private static final Duration OPEN = Duration.ofDays(60);

    private final Place place;
    private final Simulation simulation;

    Furnishing(Place place, Simulation simulation) {
        this.place = place;
        this.simulation = simulation;
    }

    void all() {
        community();
        kinds();
        campaigns();
        rules();
        rewards();
        settings();
    }

    private void community() {
        place.put(place.member(""), """
                {"name": "%s", "purpose": "%s", "zone": "%s", "joinMode": "OPEN"}""".formatted(
                        simulation.society().title(),
                        simulation.society().purpose(),
                        simulation.society().zone()));
        simulation
                .circles()
                .forEach(circle -> place.put(
                        place.member("/groups/" + circle.id()),
                        "{\"name\": \"%s\", \"owner\": \"%s\"}".formatted(circle.name(), circle.owner())));
    }

    private void kinds() {
        Kinds.DECLARED.forEach((kind, meaning) ->
                place.put(place.engagement("/event-kinds/" + kind), "{\"description\": \"%s\"}".formatted(meaning)));
    }

    private void campaigns() {
        place.put(place.incentive("/currencies/points"), "{\"name\": \"Points 积分\"}");
        Instant announced = simulation.beginning();
        Instant end = simulation.opening().plus(OPEN);
        Map.of("festival", "Festival 节日", "growth", "Bring a friend 老带新").forEach((campaign, name) -> {
            place.put(place.incentive("/campaigns/" + campaign), """
                    {"name": "%s", "opensAt": "%s", "endsAt": "%s", "alertPercents": [50, 80, 100],
                     "targets": [{"metric": "members-reached", "value": 500}],
                     "money": [{"currency": "CNY", "amount": 2000000}]}""".formatted(name, announced, end));
            var _ = place.post(
                    place.incentive("/campaigns/" + campaign + "/fundings"),
                    "{\"currency\": \"points\", \"points\": "
                            + 8L * simulation.founders().size() + "}",
                    "fund-" + campaign);
        });
        var _ = place.post(place.incentive("/campaigns/festival/costs"), """
                {"type": "LABOUR", "amount": 480000, "currency": "CNY", "note": "Simulated: hosts and moderation"}""", "cost-1");
        var _ = place.post(place.incentive("/campaigns/growth/costs"), """
                {"type": "MONEY", "amount": 310000, "currency": "CNY", "note": "Simulated: posters with codes"}""", "cost-2");
    }

    private void rules() {
        rule("talk", """
                {"kinds": ["message.posted", "reply.posted"], "currency": "points", "amount": 1,
                 "caps": [{"unit": "POINTS", "limit": 10}]}""");
        rule("answers", """
                {"kinds": ["answer.posted"], "currency": "points", "amount": 4}""");
        rule("content", """
                {"kinds": ["content.published"], "currency": "points", "amount": 8}""");
        rule("check-in", """
                {"kinds": ["check-in.made"], "currency": "points", "amount": 2, "caps": [{"unit": "TIMES", "limit": 1}]}""");
        rule("purchases", """
                {"kinds": ["purchase.made"], "currency": "points", "amount": 15, "condition": "event.value >= 5000"}""");
        rule("festival", """
                {"kinds": ["activity.attended"], "currency": "points", "amount": 20, "pay": {"campaign": "festival"}}""");
        rule("friends", """
                {"kinds": ["referral.completed"], "currency": "points", "amount": 30, "pay": {"campaign": "growth"}}""");
        place.put(place.incentive("/tiers/scheme"), """
                {"currency": "points", "period": {"kind": "ROLLING", "days": 90}, "tiers": [
                 {"tier": "bronze", "name": "Bronze 铜", "threshold": 20, "keep": 10},
                 {"tier": "silver", "name": "Silver 银", "threshold": 80, "keep": 50},
                 {"tier": "gold", "name": "Gold 金", "threshold": 250, "keep": 160}]}""");
    }

    private void rule(String id, String terms) {
        place.put(place.incentive("/earning-rules/" + id), terms);
    }

    private void rewards() {
        reward("coffee", "Coffee voucher 咖啡券", 20, 1_500);
        reward("tote", "Tote bag 帆布袋", 60, 3_900);
        reward("mug", "Mug 马克杯", 150, 6_800);
    }

    private void reward(String id, String title, int price, int cost) {
        place.put(place.incentive("/rewards/" + id), """
                {"title": "%s", "type": "GOODS", "currency": "points", "price": %d, "stockCounted": false,
                 "cost": {"minorUnits": %d, "currency": "CNY"}}""".formatted(title, price, cost));
    }

    private void settings() {
        Festival festival = simulation.festival();
        place.put(place.analytics("/windows/festival"), """
                {"name": "Festival 节日", "from": "%s", "to": "%s"}""".formatted(festival.from(), festival.to()));
        place.put(place.analytics("/windows/last-month"), """
                {"name": "Last month 近一月", "from": "%s", "to": "%s"}""".formatted(
                simulation.openingDay().minusDays(30), simulation.openingDay().minusDays(1)));
        place.put(place.analytics("/health-settings"), """
                {"scoreWeights": {"activity": 2, "steadiness": 1, "participation": 1, "stickiness": 1, "value": 2}}""");
        place.put(place.analytics("/target-audience"), "{\"tags\": [\"local\", \"new-parent\"], \"minLevel\": 0}");
        goals();
        mark("festival", "Festival campaign 节日活动", festival.from(), festival.to());
        mark(
                "greeting",
                "Newcomers are greeted by name 新人点名欢迎",
                simulation.openingDay().minusDays(21),
                null);
        mark(
                "nudge",
                "A nudge for who fell silent 唤醒沉默成员",
                simulation.openingDay().minusDays(10),
                null);
    }

    private void goals() {
        int members = simulation.members(simulation.opening()).size();
        goal("actives", "Most members active 多数成员活跃", "ACTIVE_MEMBERS", members * 6L / 10, "");
        goal("talk", "A lively month 热闹的一个月", "EVENTS", members * 20L, ", \"parent\": \"actives\"");
        goal(
                "check-ins",
                "Check-ins 打卡",
                "EVENTS",
                members * 8L,
                ", \"parent\": \"actives\", \"kinds\": [\"check-in.made\"]");
    }

    private void goal(String id, String name, String metric, long target, String more) {
        place.put(place.analytics("/goals/" + id), """
                {"name": "%s", "metric": "%s", "target": %d, "plan": "WEEKDAY", "start": "%s", "end": "%s"%s}""".formatted(
                        name,
                        metric,
                        Math.max(1, target),
                        simulation.openingDay().minusDays(30),
                        simulation.openingDay().plusDays(14),
                        more));
    }

    private void mark(String id, String title, LocalDate from, @Nullable LocalDate to) {
        place.put(place.analytics("/journal-marks/" + id), """
                {"title": "%s", "from": "%s", "to": "%s"}""".formatted(title, from, to == null ? from : to));
    }
}
