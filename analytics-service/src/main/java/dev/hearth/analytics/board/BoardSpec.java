package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.board.Effect.Sort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which board.
 *
 * @param community the community
 * @param group only acts in this group; of points, which are in no group: only of the members who are in it. Null for
 *     the whole community
 * @param kinds only acts of these kinds, empty for all that make a member active; of points, not asked
 * @param scoring what is added up
 * @param firstDay the first local day that counts, as days since 1970-01-01
 * @param lastDay the last such day
 */
record BoardSpec(
        String community, @Nullable String group, Set<String> kinds, Scoring scoring, int firstDay, int lastDay) {
    BoardSpec {
        kinds = Set.copyOf(kinds);
        if (lastDay < firstDay) {
            throw new IllegalArgumentException("a board's last day must not be before its first");
        }
    }

    boolean hasDay(int day) {
        return day >= firstDay && day <= lastDay;
    }

    /** Whether what happened on other days matters too. */
    boolean needsAllDays() {
        return ofPoints();
    }

    /** Whether only members who are in the group now have a place. */
    boolean ofGroupMembers() {
        return group != null && ofPoints();
    }

    /** What acts at this place do; null for nothing. */
    @Nullable
    Effect effect(Place place) {
        return switch (scoring) {
            case Scoring.Events() -> selected(place) ? Effect.of(Sort.COUNT) : null;
            case Scoring.Values() -> selected(place) ? Effect.of(Sort.AMOUNT) : null;
            case Scoring.Contribution(var weights) -> {
                long weight = weights.getOrDefault(place.kind(), 0L);
                yield weight != 0 && selected(place) ? new Effect(Sort.COUNT, weight) : null;
            }
            case Scoring.Points(String currency) -> ofMember(place, points(place.kind(), currency));
            case Scoring.Received(String currency) -> ofMember(place, received(place.kind(), currency));
        };
    }

    private boolean ofPoints() {
        return switch (scoring) {
            case Scoring.Points _, Scoring.Received _ -> true;
            case Scoring.Events _, Scoring.Values _, Scoring.Contribution _ -> false;
        };
    }

    private boolean selected(Place place) {
        return (group == null || group.equals(place.group()))
                && (kinds.isEmpty() ? place.activity() : kinds.contains(place.kind()));
    }

    private @Nullable Effect ofMember(Place place, @Nullable Effect ofPoints) {
        if (group == null || !group.equals(place.group())) {
            return ofPoints;
        }
        return switch (place.kind()) {
            case "member.group-joined" -> Effect.of(Sort.ENTRY);
            case "member.group-left" -> Effect.of(Sort.EXIT);
            default -> ofPoints;
        };
    }

    private static @Nullable Effect points(String kind, String currency) {
        if (kind.equals("incentive.credited:" + currency)) {
            return Effect.of(Sort.AMOUNT);
        } else if (kind.equals("incentive.revoked:" + currency)) {
            return new Effect(Sort.AMOUNT, -1);
        } else if (kind.equals("incentive.reversed:" + currency)) {
            return Effect.of(Sort.REVERSAL);
        }
        boolean unearned = kind.equals("incentive.granted:" + currency)
                || kind.equals("incentive.other-credited:" + currency)
                || kind.equals("incentive.debited:" + currency);
        return unearned ? Effect.of(Sort.UNEARNED) : null;
    }

    private static @Nullable Effect received(String kind, String currency) {
        return kind.equals("incentive.credited:" + currency) || kind.equals("incentive.granted:" + currency)
                ? Effect.of(Sort.AMOUNT)
                : null;
    }
}
