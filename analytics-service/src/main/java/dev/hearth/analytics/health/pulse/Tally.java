package dev.hearth.analytics.health.pulse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much of each kind is done in one group, by local day. */
final class Tally {
    /** The longest window, and a day ahead of its time on both sides of the date line. */
    static final int DAYS = 128;

    private final Ring days = new Ring(DAYS);
    private final Ring exits = new Ring(DAYS);
    private final Map<String, Ring> kinds = new HashMap<>();

    void act(String kind, int day) {
        days.add(day);
        kinds.computeIfAbsent(kind, first -> new Ring(DAYS)).add(day);
    }

    void exit(int day) {
        exits.add(day);
    }

    long acts(int first, int last) {
        return days.sum(first, last);
    }

    long acts(Set<String> chosen, int first, int last) {
        long sum = 0;
        for (Map.Entry<String, Ring> kind : kinds.entrySet()) {
            sum += chosen.contains(kind.getKey()) ? kind.getValue().sum(first, last) : 0;
        }
        return sum;
    }

    long exits(int first, int last) {
        return exits.sum(first, last);
    }

    int daysWithActs(int first, int last) {
        return days.filled(first, last);
    }
}
