package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine against a model that knows no order: it counts events, then folds the caps from the inside out. */
class AccrualPropertyTest {
    private static final String COMMUNITY = "acme";
    private static final LocalDate DAY = LocalDate.parse("2026-02-17");
    private static final List<String> KINDS = List.of("message.posted", "reply.posted", "answer.posted");

    @Property(tries = 1500)
    void everySumOfADayIsTheModelsWhateverTheOrderAndHoweverOftenEventsAreRepeated(
            @ForAll("soundRules") List<Rule> rules, @ForAll("events") List<Occurrence> events, @ForAll Random random) {
        assertThat(sums(replay(rules, disordered(events, random), random))).isEqualTo(model(rules, events));
    }

    /** The claim of {@link CapOrder}, over every scope and window. */
    @Property(tries = 1500)
    void theOrderNeverMattersWhereNothingIsSaidToDependOnIt(
            @ForAll("rulesOfEveryScopeAndWindow") List<Rule> rules,
            @ForAll("events") List<Occurrence> events,
            @ForAll Random random) {
        Set<String> reasons = rules.stream()
                .flatMap(rule -> CapOrder.reasons(rule, rules).stream())
                .collect(Collectors.toSet());
        boolean shared = reasons.removeIf(reason -> reason.contains("goes to who comes first"));
        if (CapOrder.conflict(rules).isPresent() || !reasons.isEmpty()) {
            return;
        }
        List<Award> one = replay(rules, disordered(events, random), random);
        List<Award> other = replay(rules, disordered(events, random), random);

        assertThat(totals(one, shared)).isEqualTo(totals(other, shared));
    }

    private static Map<String, Long> totals(List<Award> awards, boolean ofAll) {
        return awards.stream()
                .collect(Collectors.groupingBy(
                        award -> award.claim().rule().currency()
                                + (ofAll ? "" : award.claim().occurrence().member()),
                        TreeMap::new,
                        Collectors.summingLong(Award::points)));
    }

    @Provide
    Arbitrary<List<Rule>> rulesOfEveryScopeAndWindow() {
        Arbitrary<Cap> cap = Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.of(Cap.Unit.values()),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of(Cap.Scope.values()),
                        Arbitraries.of(Cap.Window.values()))
                .as(Cap::shared);
        return cap.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(caps -> Combinators.combine(IntStream.range(0, 3)
                                .mapToObj(number -> rule("rule-" + number, oneOfEachKey(caps)))
                                .toList())
                        .as(rules -> rules));
    }

    private static List<Cap> oneOfEachKey(List<Cap> caps) {
        Map<String, Cap> byKey = new TreeMap<>();
        caps.forEach(cap -> byKey.putIfAbsent(cap.key(), cap));
        return List.copyOf(byKey.values());
    }

    @Property(tries = 1000)
    void noClaimIsPaidTwiceAndNoAwardExceedsItsRule(
            @ForAll("rules") List<Rule> rules, @ForAll("events") List<Occurrence> events, @ForAll Random random) {
        List<Award> awards = replay(rules, disordered(events, random), random);

        assertThat(awards).extracting(award -> award.claim().key()).doesNotHaveDuplicates();
        assertThat(awards)
                .allSatisfy(award -> assertThat(award.points())
                        .isBetween(1L, amount(award.claim().rule())));
    }

    @Property(tries = 1000)
    void noCapIsExceededEvenWhereTheOrderMatters(
            @ForAll("rules") List<Rule> rules, @ForAll("events") List<Occurrence> events, @ForAll Random random) {
        Map<String, List<Award>> byCap = new HashMap<>();
        for (Award award : replay(rules, disordered(events, random), random)) {
            for (Cap cap : award.claim().rule().caps()) {
                Occurrence occurrence = award.claim().occurrence();
                byCap.computeIfAbsent(occurrence.member() + occurrence.localDate() + cap, key -> new ArrayList<>())
                        .add(award);
            }
        }
        for (Rule rule : rules) {
            for (Cap cap : rule.caps()) {
                byCap.forEach((key, awards) -> {
                    if (key.endsWith(cap.toString())) {
                        long used = cap.unit() == Cap.Unit.TIMES
                                ? awards.size()
                                : awards.stream().mapToLong(Award::points).sum();
                        assertThat(used).isLessThanOrEqualTo(cap.limit());
                    }
                });
            }
        }
    }

    /** Plays events in batches of random size, with the past kept as the store keeps it. */
    private static List<Award> replay(List<Rule> rules, List<Occurrence> events, Random random) {
        RuleBook book = new RuleBook(rules);
        Set<ClaimKey> paid = new HashSet<>();
        Map<UsageKey, Usage> usages = new HashMap<>();
        List<Award> awards = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(7));
            Settlement settlement =
                    Claims.of(events.subList(from, to), community -> book).settle(Past.of(paid, usages));
            settlement.awards().forEach(award -> paid.add(award.claim().key()));
            usages.putAll(settlement.usages());
            awards.addAll(settlement.awards());
            from = to;
        }
        return awards;
    }

    private static List<Occurrence> disordered(List<Occurrence> events, Random random) {
        List<Occurrence> disordered = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(disordered::add);
        Collections.shuffle(disordered, random);
        return disordered;
    }

    private static Map<String, Long> sums(List<Award> awards) {
        return awards.stream()
                .collect(Collectors.groupingBy(
                        award -> cell(
                                award.claim().occurrence(), award.claim().rule().currency()),
                        TreeMap::new,
                        Collectors.summingLong(Award::points)));
    }

    private static String cell(Occurrence occurrence, String currency) {
        return occurrence.member() + " " + occurrence.localDate() + " " + currency;
    }

    private static Map<String, Long> model(List<Rule> rules, List<Occurrence> events) {
        Map<String, Long> sums = new TreeMap<>();
        Map<String, List<Occurrence>> days = events.stream().collect(Collectors.groupingBy(event -> cell(event, "")));
        days.values()
                .forEach(day -> fold(rules, day).forEach((group, points) -> {
                    Rule any = group.iterator().next();
                    if (points > 0) {
                        sums.merge(cell(day.getFirst(), any.currency()), points, Long::sum);
                    }
                }));
        return sums;
    }

    /** From the inside out, each cap joins the groups of rules it holds and bounds their sum. */
    private static Map<Set<Rule>, Long> fold(List<Rule> rules, List<Occurrence> day) {
        Map<Set<Rule>, Long> groups = new HashMap<>();
        for (Rule rule : rules) {
            long events = day.stream().filter(event -> answers(rule, event)).count();
            groups.put(Set.of(rule), events * amount(rule));
        }
        Map<Cap, Set<Rule>> caps = new HashMap<>();
        rules.forEach(rule -> rule.caps()
                .forEach(
                        cap -> caps.computeIfAbsent(cap, key -> new HashSet<>()).add(rule)));
        caps.entrySet().stream()
                .sorted((one, other) -> {
                    int order = Integer.compare(
                            one.getValue().size(), other.getValue().size());
                    return order != 0
                            ? order
                            : other.getKey().unit().compareTo(one.getKey().unit());
                })
                .forEach(cap -> bound(groups, cap.getKey(), cap.getValue()));
        return groups;
    }

    private static void bound(Map<Set<Rule>, Long> groups, Cap cap, Set<Rule> held) {
        List<Set<Rule>> inside =
                groups.keySet().stream().filter(held::containsAll).toList();
        long points = inside.stream().mapToLong(groups::get).sum();
        inside.forEach(groups::remove);
        long limit = cap.unit() == Cap.Unit.POINTS
                ? cap.limit()
                : cap.limit() * amount(held.iterator().next());
        groups.put(held, Math.min(points, limit));
    }

    private static boolean answers(Rule rule, Occurrence event) {
        long at = event.occurredAt().toEpochMilli();
        Instant from = rule.trigger().validity().from();
        Instant until = rule.trigger().validity().until();
        return rule.trigger().kinds().contains(event.kind())
                && (from == null || from.toEpochMilli() <= at)
                && (until == null || at < until.toEpochMilli());
    }

    private static long amount(Rule rule) {
        return rule.pay().rate() instanceof Rate.Fixed(long points) ? points : 0;
    }

    @Provide
    Arbitrary<List<Rule>> soundRules() {
        return rules().filter(rules -> CapOrder.conflict(rules).isEmpty());
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<List<Cap>> shared = Combinators.combine(
                        Arbitraries.of(Cap.Unit.values()),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.longs().between(1, 40))
                .as((unit, limit, outer) ->
                        List.of(Cap.shared("inner", unit, limit), Cap.shared("outer", Cap.Unit.POINTS, outer)));
        return shared.flatMap(caps -> Arbitraries.integers()
                .between(1, 4)
                .flatMap(count -> Combinators.combine(IntStream.range(0, count)
                                .mapToObj(number -> rule("rule-" + number, caps))
                                .toList())
                        .as(rules -> rules)));
    }

    private static Arbitrary<Rule> rule(String id, List<Cap> shared) {
        Arbitrary<List<Cap>> own = Combinators.combine(
                        Arbitraries.longs().between(1, 15), Arbitraries.longs().between(1, 4))
                .as((points, times) ->
                        List.of(Cap.ofRule(id, Cap.Unit.POINTS, points), Cap.ofRule(id, Cap.Unit.TIMES, times)));
        Arbitrary<List<Cap>> caps = own.flatMap(mine -> {
            List<Cap> all = new ArrayList<>(mine);
            all.addAll(shared);
            return Arbitraries.subsetOf(all).map(List::copyOf);
        });
        return Combinators.combine(
                        Arbitraries.subsetOf(KINDS).ofMinSize(1),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(5, "points"), net.jqwik.api.Tuple.of(1, "growth")),
                        Arbitraries.of(1L, 2L, 2L, 5L),
                        caps,
                        Arbitraries.integers().between(0, 30).injectNull(0.7),
                        Arbitraries.integers().between(31, 72).injectNull(0.7))
                .as((kinds, currency, amount, limits, from, until) -> new Rule(
                        id,
                        1,
                        kinds,
                        currency,
                        amount,
                        limits,
                        from == null ? null : hour(from),
                        until == null ? null : hour(until)));
    }

    @Provide
    Arbitrary<List<Occurrence>> events() {
        Arbitrary<Occurrence> event = Combinators.combine(
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.of(KINDS),
                        Arbitraries.of("ada", "ada", "bob"),
                        Arbitraries.integers().between(0, 71))
                .as((id, kind, member, hour) ->
                        new Occurrence(COMMUNITY, "e" + id, kind, member, hour(hour), DAY.plusDays(hour / 24)));
        return event.list().ofMaxSize(40).uniqueElements(Occurrence::event);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-02-17T00:00:00Z").plusSeconds(3600L * hour);
    }
}
