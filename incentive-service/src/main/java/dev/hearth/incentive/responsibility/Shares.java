package dev.hearth.incentive.responsibility;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each answers for, in percent: 0 to 100 each, 100 together.
 *
 * @param manager the manager's share
 * @param lead the lead's
 * @param person the person's
 */
record Shares(int manager, int lead, int person) {
    private static final int WHOLE = 100;

    Shares {
        if (manager < 0 || lead < 0 || person < 0 || (long) manager + lead + person != WHOLE) {
            throw new IllegalArgumentException("shares must be 0 or more, and 100 together");
        }
    }

    int of(Role role) {
        return switch (role) {
            case MANAGER -> manager;
            case LEAD -> lead;
            case PERSON -> person;
        };
    }

    /**
     * Splits a penalty to the unit: each gets the whole part of its share, and what then remains goes, unit by unit, to
     * the largest remainders, the manager before the lead before the person (the method of Hamilton).
     *
     * @param penalty 1 or more, at most 10^12
     */
    Map<Role, Long> split(long penalty) {
        Map<Role, Long> parts = new EnumMap<>(Role.class);
        long left = penalty;
        for (Role role : Role.values()) {
            long whole = penalty * of(role) / WHOLE;
            parts.put(role, whole);
            left -= whole;
        }
        List<Role> largest = Stream.of(Role.values())
                .sorted((one, other) -> Long.compare(remainder(penalty, other), remainder(penalty, one)))
                .toList();
        for (Role role : largest.subList(0, Math.toIntExact(left))) {
            parts.merge(role, 1L, Long::sum);
        }
        return parts;
    }

    private long remainder(long penalty, Role role) {
        return penalty * of(role) % WHOLE;
    }
}
