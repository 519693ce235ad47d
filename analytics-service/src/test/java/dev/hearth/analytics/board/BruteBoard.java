package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Act;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Boards by their definition, from the acts themselves: all at once, with nothing remembered. */
record BruteBoard(Map<String, Long> scores) {
    /** By events, values or weights; a weight of null is the value. */
    static BruteBoard of(
            List<Act> heard,
            @Nullable String group,
            Set<String> kinds,
            @Nullable Map<String, Long> weights,
            boolean values,
            LocalDate from,
            LocalDate to,
            Predicate<String> audience) {
        Map<String, Long> scores = new HashMap<>();
        for (Act act : once(heard)) {
            boolean asked = (group == null || group.equals(act.place().group()))
                    && (kinds.isEmpty()
                            ? act.place().activity()
                            : kinds.contains(act.place().kind()))
                    && !act.day().isBefore(from)
                    && !act.day().isAfter(to)
                    && audience.test(act.member());
            Long worth = worth(act, weights, values);
            if (asked && worth != null) {
                scores.merge(act.member(), worth, Long::sum);
            }
        }
        return new BruteBoard(scores);
    }

    private static @Nullable Long worth(Act act, @Nullable Map<String, Long> weights, boolean values) {
        if (values) {
            return act.value();
        }
        return weights == null ? Long.valueOf(1) : weights.get(act.place().kind());
    }

    /** By points: credited less revoked, and reversals of what was not granted. */
    static BruteBoard ofPoints(
            List<Act> heard, @Nullable String group, LocalDate from, LocalDate to, Predicate<String> audience) {
        List<Act> acts = once(heard);
        Set<String> prizes = new HashSet<>();
        Map<String, Integer> inGroup = new HashMap<>();
        for (Act act : acts) {
            if (Set.of("incentive.granted:points", "incentive.other-credited:points", "incentive.debited:points")
                    .contains(act.place().kind())) {
                prizes.add(act.id());
            }
            if (group != null && group.equals(act.place().group())) {
                int more = act.place().kind().equals("member.group-joined")
                        ? 1
                        : act.place().kind().equals("member.group-left") ? -1 : 0;
                int _ = inGroup.merge(act.member(), more, Integer::sum);
            }
        }
        Map<String, Long> scores = new HashMap<>();
        for (Act act : acts) {
            Long value = act.value();
            boolean takenBackPrize = act.target() != null && prizes.contains(act.target());
            if (value == null
                    || act.day().isBefore(from)
                    || act.day().isAfter(to)
                    || !audience.test(act.member())
                    || (group != null && inGroup.getOrDefault(act.member(), 0) <= 0)) {
                continue;
            }
            if (act.place().kind().equals("incentive.credited:points")
                    || (act.place().kind().equals("incentive.reversed:points") && !takenBackPrize)) {
                scores.merge(act.member(), value, Long::sum);
            } else if (act.place().kind().equals("incentive.revoked:points")) {
                scores.merge(act.member(), -value, Long::sum);
            }
        }
        return new BruteBoard(scores);
    }

    /** {@code 1 ann 7} for each of the first places, then the cut-off. */
    List<String> first(int limit) {
        List<Map.Entry<String, Long>> all = new ArrayList<>(scores.entrySet());
        all.sort(Comparator.<Map.Entry<String, Long>>comparingLong(entry -> -entry.getValue())
                .thenComparingInt(entry -> entry.getKey().length())
                .thenComparing(Map.Entry::getKey));
        List<Map.Entry<String, Long>> listed = all.subList(0, Math.min(limit, all.size()));
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, Long> entry : listed) {
            said.add(rank(entry.getKey()) + " " + entry.getKey() + " " + entry.getValue());
        }
        if (!listed.isEmpty()) {
            Long last = listed.getLast().getValue();
            said.add("cut " + last + " " + with(all, last) + " " + with(listed, last));
        }
        said.add("of " + all.size());
        return said;
    }

    @Nullable
    Long rank(String member) {
        Long score = scores.get(member);
        return score == null
                ? null
                : 1 + scores.values().stream().filter(other -> other > score).count();
    }

    private static long with(List<Map.Entry<String, Long>> entries, Long score) {
        return entries.stream().filter(entry -> entry.getValue().equals(score)).count();
    }

    /** Each client's repeat only once: same member, id and UTC day. */
    private static List<Act> once(List<Act> heard) {
        Map<List<Object>, Act> acts = new LinkedHashMap<>();
        heard.forEach(act -> acts.putIfAbsent(
                List.of(act.community(), act.member(), act.id(), LocalDate.ofInstant(act.at(), ZoneOffset.UTC)), act));
        return List.copyOf(acts.values());
    }
}
