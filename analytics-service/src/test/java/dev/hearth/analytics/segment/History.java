package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Deeds;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A partition of the topic: its acts by offset, some offsets without one, some acts repeated, some days late. */
record History(List<List<Act>> byOffset) {
    private static final LocalDate START = LocalDate.parse("2026-01-28");

    static History of(int length) {
        Random random = new Random(length);
        List<List<Act>> byOffset = new ArrayList<>();
        for (int offset = 0; offset < length; offset++) {
            byOffset.add(random.nextInt(10) == 0 ? List.of() : List.of(act(random, offset)));
        }
        return new History(byOffset);
    }

    private static Act act(Random random, int offset) {
        return Deeds.act(
                random.nextInt(4) == 0 ? "other" : "acme",
                "member-" + random.nextInt(1 + offset / 2),
                group(random.nextInt(3)),
                random.nextBoolean() ? "post" : "reply",
                START.plusDays(random.nextInt(1 + offset / 4)));
    }

    private static @Nullable String group(int number) {
        return number == 0 ? null : "group-" + number;
    }

    int length() {
        return byOffset.size();
    }

    List<Act> between(long from, long to) {
        return byOffset.subList((int) from, (int) to).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What the sets must answer when they have all offsets before {@code position}. */
    List<String> figuresAt(long position) {
        PartitionActivity exact = new PartitionActivity();
        exact.add(between(0, position));
        return figures(exact);
    }

    static List<String> figures(PartitionActivity sets) {
        Activity activity = new Activity(List.of(sets));
        List<String> figures = new ArrayList<>();
        for (String community : List.of("acme", "other")) {
            activity.days(community).ifPresent(days -> {
                for (Selection selection : selections(community)) {
                    for (Period period : Period.values()) {
                        figures.add(selection + " " + activity.activeMembers(selection, period, days));
                    }
                }
            });
        }
        return figures;
    }

    private static List<Selection> selections(String community) {
        return List.of(
                Selection.ofCommunity(community),
                new Selection(community, "group-1", Set.of()),
                new Selection(community, "group-2", Set.of("post")),
                new Selection(community, null, Set.of("reply")));
    }
}
