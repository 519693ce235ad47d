package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The sets of one community in one partition. Not safe for several threads: {@link PartitionActivity} guards it. */
final class CommunityActivity {
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<Slice, Series> slices = new HashMap<>();

    private List<String> newMembers = new ArrayList<>();
    private Map<Cell, RoaringBitmap> newOrdinals = new HashMap<>();

    /** Adds an act; false if it was known. */
    boolean add(Act act) {
        int ordinal = ordinalOf(act.member());
        int day = Math.toIntExact(act.day().toEpochDay());
        // Whoever is in the finest set is in the wider ones too: a repeat ends here.
        if (!series(act.group(), act.kind()).add(day, ordinal)) {
            return false;
        }
        wider(act.group(), act.kind()).forEach(series -> series.put(day, ordinal));
        newOrdinals
                .computeIfAbsent(new Cell(day, act.group(), act.kind()), cell -> new RoaringBitmap())
                .add(ordinal);
        return true;
    }

    /** Adds what was taken before, here or elsewhere. It is not taken again. */
    void add(CommunityAdditions additions) {
        addMembers(additions);
        additions.cells().forEach((cell, added) -> {
            series(cell.group(), cell.kind()).addAll(cell.epochDay(), added);
            wider(cell.group(), cell.kind()).forEach(series -> series.addAll(cell.epochDay(), added));
        });
    }

    /** What was added since the last call. */
    CommunityAdditions takeAdditions() {
        CommunityAdditions taken = new CommunityAdditions(ordinals.size() - newMembers.size(), newMembers, newOrdinals);
        newMembers = new ArrayList<>();
        newOrdinals = new HashMap<>();
        return taken;
    }

    /** From the first to the last day with data. */
    DaySpan span() {
        return Objects.requireNonNull(slices.get(Slice.ALL), "a community begins with an act")
                .span();
    }

    /** By day, who did any of {@code kinds} (all kinds if empty), in {@code group} if not null; null for nobody. */
    IntFunction<@Nullable RoaringBitmap> days(@Nullable String group, Set<String> kinds) {
        if (kinds.isEmpty()) {
            return days(new Slice(group, null));
        }
        List<IntFunction<@Nullable RoaringBitmap>> each =
                kinds.stream().map(kind -> days(new Slice(group, kind))).toList();
        return each.size() == 1 ? each.getFirst() : day -> union(each, day);
    }

    private IntFunction<@Nullable RoaringBitmap> days(Slice slice) {
        Series series = slices.get(slice);
        return series == null ? day -> null : series::on;
    }

    private static @Nullable RoaringBitmap union(List<IntFunction<@Nullable RoaringBitmap>> each, int day) {
        RoaringBitmap[] sets = each.stream()
                .map(days -> days.apply(day))
                .filter(Objects::nonNull)
                .toArray(RoaringBitmap[]::new);
        return sets.length == 0 ? null : RoaringBitmap.or(sets);
    }

    private int ordinalOf(String member) {
        Integer known = ordinals.get(member);
        if (known != null) {
            return known;
        }
        int next = ordinals.size();
        ordinals.put(member, next);
        newMembers.add(member);
        return next;
    }

    private void addMembers(CommunityAdditions additions) {
        int ordinal = additions.firstOrdinal();
        if (ordinal > ordinals.size()) {
            throw new IllegalArgumentException(
                    "additions begin at member " + ordinal + ", but only " + ordinals.size() + " are known");
        }
        for (String member : additions.members()) {
            Integer before = ordinals.putIfAbsent(member, ordinal);
            if (before != null && before != ordinal) {
                throw new IllegalArgumentException("a member has two ordinals: " + before + " and " + ordinal);
            }
            ordinal++;
        }
    }

    /** The sets that have whatever the set of {@code group} and {@code kind} has. */
    private List<Series> wider(@Nullable String group, String kind) {
        Series all = series(null, null);
        return group == null ? List.of(all) : List.of(series(group, null), series(null, kind), all);
    }

    private Series series(@Nullable String group, @Nullable String kind) {
        return slices.computeIfAbsent(new Slice(group, kind), slice -> new Series());
    }
}
