package dev.hearth.analytics.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Random histories: a few members of a community act in two groups or none, at instants around days on which clocks are
 * changed, in zones that are changed on the way; the local day is the one of the zone at the time, as at ingest. Some
 * acts are facts, some are of another community.
 */
public final class Histories {
    public static final String COMMUNITY = "acme";
    private static final int PARTITIONS = 3;
    private static final int MAX_ACTS = 40;
    private static final int DAYS = 50;
    /** Clocks change between: on 2026-03-08 in New York, 03-29 in Berlin, 04-05 in Lord Howe (by half an hour). */
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("Pacific/Pago_Pago"));
    private static final List<String> KINDS = List.of("post", "reply", "view", "member.joined");

    private Histories() {}

    /** Without shrinking: a history is short enough to read. */
    public static Arbitrary<List<Act>> any() {
        return Arbitraries.randomValue(Histories::history);
    }

    /** What is asked for of them; sometimes a group or kind that nobody heard of. */
    public static Arbitrary<Selection> selections() {
        return Arbitraries.randomValue(random -> new Selection(
                COMMUNITY,
                oneOf(random, "north", "south", "unheard-of", null, null, null),
                kinds(random),
                audience(random)));
    }

    /** Days in the history or around it. */
    public static Arbitrary<DaySpan> spans() {
        return Arbitraries.randomValue(random -> {
            LocalDate first = LocalDate.parse("2026-02-20").plusDays(random.nextInt(70));
            return new DaySpan(first, first.plusDays(random.nextInt(45)));
        });
    }

    /** Over partitions, as the topic would have it. */
    public static Activity activity(Collection<Act> acts) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
        return new Activity(partitions);
    }

    /** In another order, with repeats. */
    public static List<Act> disordered(List<Act> acts, Random random) {
        List<Act> heard = new ArrayList<>(acts);
        for (int i = 0; i < acts.size() / 2; i++) {
            heard.add(acts.get(random.nextInt(acts.size())));
        }
        Collections.shuffle(heard, random);
        return heard;
    }

    /** Whether the selection looks at the act, by the words of its definition. */
    public static boolean looksAt(Selection selection, Act act) {
        boolean kind = selection.kinds().isEmpty()
                ? act.place().activity()
                : selection.kinds().contains(act.place().kind());
        boolean member = selection.audience().named().contains(act.member())
                != selection.audience().takesOthers();
        return act.community().equals(selection.community())
                && (selection.group() == null
                        || selection.group().equals(act.place().group()))
                && kind
                && member;
    }

    private static List<Act> history(Random random) {
        List<Act> acts = new ArrayList<>();
        int count = random.nextInt(MAX_ACTS + 1);
        int members = 1 + random.nextInt(8);
        int days = 1 + random.nextInt(DAYS);
        int seconds = days * 86_400;
        Instant moved = START.plusSeconds(random.nextInt(seconds));
        ZoneId before = ZONES.get(random.nextInt(ZONES.size()));
        ZoneId after = ZONES.get(random.nextInt(ZONES.size()));
        for (int number = 0; number < count; number++) {
            Instant at = START.plusSeconds(random.nextInt(seconds));
            acts.add(act(random, number, members, at, at.isBefore(moved) ? before : after));
        }
        return acts;
    }

    private static Act act(Random random, int number, int members, Instant at, ZoneId zone) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String group = oneOf(random, "north", "south", null);
        return new Act(
                random.nextInt(10) == 0 ? "other" : COMMUNITY,
                "e" + number,
                "m" + (random.nextInt(members) + 7),
                kind.startsWith("member.") ? Place.fact(null, kind) : Place.deed(group, kind),
                LocalDate.ofInstant(at, zone),
                at,
                random.nextBoolean() ? "m" + random.nextInt(12) : null,
                null);
    }

    private static Set<String> kinds(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Set.of("post", "reply");
            case 1 -> Set.of(KINDS.get(random.nextInt(KINDS.size())));
            case 2 -> Set.of("post", "unheard-of");
            default -> Set.of();
        };
    }

    private static Audience audience(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Audience.without(Set.of("m7", "m9"));
            case 1 -> Audience.only(Set.of("m7", "m8", "m10", "m14"));
            default -> Audience.EVERYBODY;
        };
    }

    private static @Nullable String oneOf(Random random, @Nullable String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
