package dev.hearth.analytics.population;

import dev.hearth.analytics.activity.Audience;
import dev.hearth.contract.member.MemberStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The members of one community as numbers, and for each trait the set of those who have it. A change costs as much as
 * it has traits; a question is a few operations on sets. One asks or changes at a time.
 */
final class CommunityMembers {
    /** Audiences that are remembered: more combinations than that are not asked for at a time. */
    private static final int MAX_AUDIENCES = 256;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<Trait, RoaringBitmap> having = new HashMap<>();

    private final Map<MemberFilter, Made> audiences = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MemberFilter, Made> eldest) {
            return size() > MAX_AUDIENCES;
        }
    };

    /**
     * @param had what the member was; null if not known before
     * @param now what the member is; null if to be forgotten
     */
    synchronized void change(String member, @Nullable Standing had, @Nullable Standing now) {
        int number = numberOf(member);
        Set<Trait> before = had == null ? Set.of() : had.traits();
        Set<Trait> after = now == null ? Set.of() : now.traits();
        before.stream().filter(trait -> !after.contains(trait)).forEach(trait -> lose(trait, number));
        after.stream()
                .filter(trait -> !before.contains(trait))
                .forEach(trait -> having.computeIfAbsent(trait, first -> new RoaringBitmap())
                        .add(number));
        if (now == null) {
            forget(member, number);
        }
    }

    /** The same object as long as it names the same members. */
    synchronized Audience audience(MemberFilter filter) {
        if (filter.takesAnybody() && filter.planted() == Planted.INCLUDED) {
            return Audience.EVERYBODY;
        }
        boolean allBut = filter.takesAnybody() && filter.planted() == Planted.EXCLUDED;
        RoaringBitmap named = allBut ? with(Trait.PLANTED) : matching(filter);
        Made before = audiences.get(filter);
        if (before != null && before.named.equals(named)) {
            return before.audience;
        }
        Audience made = allBut ? Audience.without(names(named)) : Audience.only(names(named));
        // What is kept must not change with the set it was taken from.
        audiences.put(filter, new Made(allBut ? named.clone() : named, made));
        return made;
    }

    synchronized Set<String> members(MemberFilter filter) {
        return names(matching(filter));
    }

    synchronized int size(MemberFilter filter) {
        return matching(filter).getCardinality();
    }

    /** Those in the group who are active members and not run by operators. */
    synchronized Set<String> inGroup(String group) {
        return names(realIn(group));
    }

    synchronized int sizeOfGroup(String group) {
        return realIn(group).getCardinality();
    }

    private RoaringBitmap realIn(String group) {
        RoaringBitmap active =
                RoaringBitmap.and(with(new Trait.Group(group)), with(new Trait.Status(MemberStatus.ACTIVE)));
        active.andNot(with(Trait.PLANTED));
        return active;
    }

    /** A set of its own. */
    private RoaringBitmap matching(MemberFilter filter) {
        RoaringBitmap matching = onLevels(filter.minLevel(), filter.maxLevel());
        filter.tags().forEach(tag -> matching.and(with(new Trait.Tag(tag))));
        switch (filter.planted()) {
            case EXCLUDED -> matching.andNot(with(Trait.PLANTED));
            case INCLUDED -> {}
            case ONLY -> matching.and(with(Trait.PLANTED));
        }
        return matching;
    }

    /** Everybody has a level, so this is everybody if all levels are taken. */
    private RoaringBitmap onLevels(int min, int max) {
        RoaringBitmap found = new RoaringBitmap();
        having.forEach((trait, members) -> {
            if (trait instanceof Trait.Level(int level) && level >= min && level <= max) {
                found.or(members);
            }
        });
        return found;
    }

    private RoaringBitmap with(Trait trait) {
        return Objects.requireNonNullElseGet(having.get(trait), RoaringBitmap::new);
    }

    private void lose(Trait trait, int number) {
        RoaringBitmap members = with(trait);
        members.remove(number);
        if (members.isEmpty()) {
            having.remove(trait);
        }
    }

    private int numberOf(String member) {
        return numbers.computeIfAbsent(member, unknown -> {
            Integer again = free.poll();
            if (again == null) {
                names.add(member);
                return names.size() - 1;
            }
            names.set(again, member);
            return again;
        });
    }

    /** The number goes to another member, so no audience may be taken for the same by its numbers. */
    private void forget(String member, int number) {
        numbers.remove(member);
        names.set(number, "");
        free.add(number);
        audiences.clear();
    }

    private Set<String> names(RoaringBitmap found) {
        Set<String> named = new HashSet<>();
        found.forEach((int number) -> named.add(names.get(number)));
        return named;
    }

    private record Made(RoaringBitmap named, Audience audience) {}
}
