package dev.hearth.incentive.accrual;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small history of everything that rules can be and events can do, made from a seed. */
record History(List<Rule> rules, List<Occurrence> arrivals, Map<MemberKey, Rank> tiers, Map<BudgetKey, Long> funds) {
    private static final Instant START = Instant.parse("2026-02-26T00:00:00Z");
    private static final List<String> MEMBERS = List.of("ada", "bob", "eve");
    private static final List<String> KINDS = List.of("a", "b");

    static History of(long seed) {
        Random random = new Random(seed);
        List<Rule> rules = new ArrayList<>();
        List<Cap> shared = List.of(cap("s", random), cap("t", random));
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            rules.add(rule("r" + number, shared, random));
        }
        List<Occurrence> arrivals = new ArrayList<>();
        for (int number = 1 + random.nextInt(14); number > 0; number--) {
            arrivals.add(occurrence("e" + number, random));
        }
        for (int repeats = random.nextInt(4); repeats > 0; repeats--) {
            arrivals.add(arrivals.get(random.nextInt(arrivals.size())));
        }
        Collections.shuffle(arrivals, random);
        return new History(
                rules,
                arrivals,
                Map.of(new MemberKey("acme", "ada"), new Rank("gold", 2_500)),
                Map.of(new BudgetKey("acme", "fund", "points"), (long) random.nextInt(30)));
    }

    /** Whether a member may earn: eve is planted. */
    static boolean earns(String community, String member) {
        return !member.equals("eve");
    }

    /** What is credited and debited, in order: event, rule, member and points. */
    List<String> replay(Random random) {
        Hindsight hindsight = new Hindsight(new RuleBook(rules), History::earns, Integer.MAX_VALUE);
        Map<BudgetKey, Long> left = new LinkedHashMap<>(funds);
        List<String> credits = new ArrayList<>();
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(5));
            Claims claims = hindsight.claims(arrivals.subList(from, to));
            Settlement settled = hindsight.settle(claims, only(claims.tiered(), tiers), funds(left));
            settled.drawn().forEach((key, points) -> left.merge(key, -points, Long::sum));
            settled.awards()
                    .forEach(award -> award.credits().stream()
                            .filter(credit -> credit.points() != 0)
                            .forEach(credit -> credits.add(told(
                                    award.claim().occurrence(), award.claim().rule(), credit))));
            from = to;
        }
        return credits;
    }

    private static Map<BudgetKey, Fund> funds(Map<BudgetKey, Long> left) {
        Map<BudgetKey, Fund> funds = new HashMap<>();
        left.forEach((key, points) -> funds.put(
                key,
                new Fund(points, (member, at) -> member.equals("bob") ? Optional.of("held out") : Optional.empty())));
        return funds;
    }

    private static String told(Occurrence occurrence, Rule rule, Credit credit) {
        return occurrence.event() + " " + rule.id() + " " + credit.member() + " " + credit.points();
    }

    /** Only what was asked for is told, as the store does. */
    private static <K, V> Map<K, V> only(Set<K> asked, Map<K, V> all) {
        Map<K, V> found = new HashMap<>();
        asked.forEach(key -> {
            V value = all.get(key);
            if (value != null) {
                found.put(key, value);
            }
        });
        return found;
    }

    private static Occurrence occurrence(String id, Random random) {
        Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 8)));
        return new Occurrence(
                "acme",
                id,
                any(KINDS, random),
                any(MEMBERS, random),
                at,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                new Occurrence.Place(maybe(List.of("g", "h"), random), maybe(MEMBERS, random), maybe(MEMBERS, random)),
                random.nextInt(6) == 0 ? null : random.nextLong(-10, 30),
                null);
    }

    private static Rule rule(String id, List<Cap> shared, Random random) {
        List<Cap> caps = new ArrayList<>();
        shared.forEach(cap -> {
            if (random.nextInt(3) == 0) {
                caps.add(cap);
            }
        });
        if (random.nextInt(3) == 0) {
            caps.add(cap("rule/" + id, random));
        }
        return new Rule(
                id,
                1,
                new Trigger(
                        random.nextBoolean() ? Set.of("a") : Set.of("a", "b"),
                        random.nextInt(4) == 0 ? span(1, 6) : Span.ALWAYS,
                        random.nextInt(4) == 0 ? List.of(span(0, 3), span(5, 7)) : List.of(),
                        random.nextInt(3) == 0 ? History::isEven : null),
                pay(random),
                caps,
                pace(random),
                new Stacking(maybe(List.of("x"), random), random.nextInt(3)));
    }

    private static Span span(int from, int until) {
        return new Span(START.plus(Duration.ofDays(from)), START.plus(Duration.ofDays(until)));
    }

    private static Pay pay(Random random) {
        Rate rate = switch (random.nextInt(4)) {
            case 0 ->
                new Rate.PerUnit(1 + random.nextInt(3), 1 + random.nextInt(4), any(List.of(Rounding.values()), random));
            case 1 -> new Rate.Computed(History::formula);
            case 2 -> new Rate.Fixed(-1 - random.nextInt(3));
            default -> new Rate.Fixed(1 + random.nextInt(5));
        };
        List<Share> shares = any(
                List.of(
                        Share.ALL_FOR_THE_ACTOR,
                        List.of(new Share(Share.Beneficiary.TARGET, 100)),
                        List.of(
                                new Share(Share.Beneficiary.ACTOR, 34),
                                new Share(Share.Beneficiary.TARGET, 33),
                                new Share(Share.Beneficiary.OWNER, 33))),
                random);
        return new Pay(
                "points",
                rate,
                shares,
                random.nextInt(3) == 0 ? Map.of("gold", 150) : Map.of(),
                random.nextInt(4) == 0,
                any(List.of(Rounding.values()), random),
                random.nextInt(4) == 0 ? "fund" : null);
    }

    private static Pace pace(Random random) {
        Duration coolDown = random.nextInt(4) == 0 ? Duration.ofHours(1 + random.nextInt(40)) : null;
        return switch (random.nextInt(6)) {
            case 0 -> new Pace(coolDown, new Pace.Nth(1 + random.nextInt(3), random.nextBoolean()));
            case 1 -> new Pace(coolDown, new Pace.Streak(2 + random.nextInt(2), random.nextInt(2)));
            default -> new Pace(coolDown, null);
        };
    }

    private static Cap cap(String key, Random random) {
        return new Cap(
                key,
                any(List.of(Cap.Unit.values()), random),
                1 + random.nextInt(12),
                any(List.of(Cap.Scope.values()), random),
                any(List.of(Cap.Window.values()), random));
    }

    /** Faults where there is no value. */
    static Reading isEven(Occurrence occurrence) {
        Long value = occurrence.value();
        return value == null ? new Reading.Fault("no value") : Reading.of(value % 2 == 0);
    }

    static Reading formula(Occurrence occurrence) {
        Long value = occurrence.value();
        return value == null || value == 7 ? new Reading.Fault("no value") : new Reading.Value(value - 5);
    }

    private static <T> T any(List<T> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }

    private static <T> @Nullable T maybe(List<T> items, Random random) {
        return random.nextInt(3) == 0 ? null : any(items, random);
    }
}
