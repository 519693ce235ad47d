package dev.hearth.analytics.health;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.Comparator;

/**
 * The groups that follow a place in an order.
 *
 * @param by the order
 * @param rank the rank of the last group that was seen
 * @param group its id; empty if none was seen
 */
record Ranking(HealthOrder by, double rank, String group) {
    /** The place that a cursor names; fails with a problem if it is none of this order. */
    static Ranking after(String cursor, HealthOrder by) {
        if (cursor.isEmpty()) {
            return new Ranking(by, 0, "");
        }
        String[] parts = cursor.split("/", 3);
        if (parts.length < 3 || !parts[0].equals(by.name())) {
            throw notOfThisOrder();
        }
        try {
            return new Ranking(by, Double.parseDouble(parts[1]), parts[2]);
        } catch (NumberFormatException e) {
            throw notOfThisOrder();
        }
    }

    boolean follows(GroupHealth health) {
        int byRank = Double.compare(by.rank(health), rank);
        return group.isEmpty() || byRank > 0 || (byRank == 0 && health.group().compareTo(group) > 0);
    }

    Comparator<GroupHealth> order() {
        return Comparator.comparingDouble(by::rank).thenComparing(GroupHealth::group);
    }

    String cursor(GroupHealth last) {
        return by.name() + "/" + by.rank(last) + "/" + last.group();
    }

    private static ProblemException notOfThisOrder() {
        return new ProblemException(
                RequestProblem.INVALID_PARAMETER,
                FieldError.parameter(
                        "cursor",
                        "is of another list; use `next` of the page before with the same `sort`, or leave it out"));
    }
}
