package dev.hearth.analytics.projection;

import dev.hearth.analytics.World;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Deeds;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Members of one community who act at random, and what the figures must be. */
public final class Crowd {
    private static final LocalDate START = LocalDate.parse("2026-02-20");
    private static final int DAYS = 40;

    private final String community;
    private final World world;
    private final Random random;
    private final List<Act> acts = new ArrayList<>();

    public Crowd(String community, World world) {
        this.community = community;
        this.world = world;
        this.random = new Random(community.hashCode());
    }

    /** Some acts, so many that every partition has some. */
    public void act(int count) {
        for (int i = 0; i < count; i++) {
            Act act = Deeds.act(
                    community,
                    "member-" + random.nextInt(400),
                    random.nextBoolean() ? "north" : null,
                    random.nextBoolean() ? "post" : "reply",
                    START.plusDays(random.nextInt(DAYS)));
            acts.add(act);
            send(act);
        }
    }

    /** Everything once more, in another order. */
    public void repeatAll() {
        List<Act> again = new ArrayList<>(acts);
        Collections.shuffle(again, random);
        again.forEach(this::send);
    }

    /** Some acts once more, so many that every partition has some. */
    public void repeatSome() {
        acts.subList(0, 100).forEach(this::send);
    }

    /** What is served, for community, group and kinds, over days, weeks and 30 days. */
    public List<Long> served() {
        return questions()
                .flatMap(question -> world
                        .get("/communities/" + community + "/active-members?from=" + START + "&to="
                                + START.plusDays(DAYS - 1) + question)
                        .<Map<String, Object>>getList("items")
                        .stream())
                .map(item -> ((Number) Objects.requireNonNull(item.get("activeMembers"))).longValue())
                .toList();
    }

    public List<Long> expected() {
        PartitionActivity exact = new PartitionActivity();
        exact.add(acts);
        return figures(new Activity(List.of(exact)));
    }

    public List<Long> figures(Activity activity) {
        DaySpan span = new DaySpan(START, START.plusDays(DAYS - 1));
        List<Selection> selections = List.of(
                Selection.ofCommunity(community),
                new Selection(community, "north", Set.of()),
                new Selection(community, null, Set.of("post")));
        return Stream.of(Period.DAY, Period.ISO_WEEK, Period.ROLLING_30_DAYS)
                .flatMap(period -> selections.stream()
                        .flatMap(selection -> activity.activeMembers(selection, period, span).stream()))
                .map(figure -> figure.members())
                .toList();
    }

    private static Stream<String> questions() {
        return Stream.of("DAY", "ISO_WEEK", "ROLLING_30_DAYS")
                .flatMap(period -> Stream.of("", "&group=north", "&kind=post").map(part -> "&period=" + period + part));
    }

    private void send(Act act) {
        world.act(community, act.member(), act.place().group(), act.place().kind(), act.day());
    }
}
