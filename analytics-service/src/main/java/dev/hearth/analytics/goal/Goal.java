package dev.hearth.analytics.goal;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.course.Metric;
import dev.hearth.analytics.course.Subject;
import dev.hearth.analytics.figure.WhoseActs;
import dev.hearth.platform.problem.Check;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached by when.
 *
 * @param name 1 to 200 characters
 * @param parent the goal that it serves, if any
 * @param metric what is measured
 * @param measuredBy by its own acts, or by its children's
 * @param kinds by acts of which kinds; empty for all
 * @param group only in this group; null for the whole community
 * @param audience whose acts
 * @param direction on which side of the target it wants to be
 * @param target 1 to 10^15, or 0 of at most
 * @param tolerancePercent by how much what is there may fall short of what is expected and be on track, 0 to 50
 * @param plan what its days are expected to bring
 * @param start the first day
 * @param end the last day, at most 400 days in all
 */
record Goal(
        String name,
        @Nullable String parent,
        Metric metric,
        MeasuredBy measuredBy,
        Set<String> kinds,
        @Nullable String group,
        WhoseActs audience,
        Direction direction,
        long target,
        int tolerancePercent,
        Plan plan,
        LocalDate start,
        LocalDate end) {
    static final int MAX_NAME = 200;
    static final int MAX_KINDS = 50;
    static final int MAX_DAYS = 400;
    static final int MAX_TOLERANCE = 50;
    static final int USUAL_TOLERANCE = 10;
    static final long MAX_TARGET = 1_000_000_000_000_000L;

    Goal {
        name = Check.text("/name", name, MAX_NAME);
        if (parent != null) {
            parent = Check.identifier("/parent", parent);
        }
        kinds = checkedKinds(metric, measuredBy, kinds);
        if (group != null) {
            group = Check.identifier("/group", group);
        }
        if (measuredBy == MeasuredBy.CHILDREN && group != null) {
            throw Check.refused("/group", "must be left out: the goal is measured by its children");
        }
        if (measuredBy == MeasuredBy.CHILDREN && audience != WhoseActs.ALL) {
            throw Check.refused("/audience", "must be left out: the goal is measured by its children");
        }
        long least = direction == Direction.AT_LEAST ? 1 : 0;
        var _ = Check.range("/target", target, least, MAX_TARGET);
        var _ = Check.range("/tolerancePercent", tolerancePercent, 0, MAX_TOLERANCE);
        checkDays(start, end);
    }

    DaySpan days() {
        return new DaySpan(start, end);
    }

    Subject subject(String community) {
        return new Subject(community, group, metric, kinds, audience);
    }

    private static Set<String> checkedKinds(Metric metric, MeasuredBy measuredBy, Set<String> kinds) {
        if (kinds.size() > MAX_KINDS) {
            throw Check.refused("/kinds", "has " + kinds.size() + " kinds, may have " + MAX_KINDS);
        }
        kinds.forEach(kind -> {
            var _ = Check.identifier("/kinds", kind);
        });
        if (measuredBy == MeasuredBy.CHILDREN) {
            if (!kinds.isEmpty()) {
                throw Check.refused("/kinds", "must be left out: the goal is measured by its children");
            }
        } else {
            metric.faultOf(kinds).ifPresent(fault -> {
                throw Check.refused("/kinds", fault);
            });
        }
        return Set.copyOf(kinds);
    }

    private static void checkDays(LocalDate start, LocalDate end) {
        var _ = Check.range("/start", start.getYear(), 1, 9999);
        var _ = Check.range("/end", end.getYear(), 1, 9999);
        if (end.isBefore(start)) {
            throw Check.refused("/end", "is " + end + ", must not be before " + start);
        }
        long days = ChronoUnit.DAYS.between(start, end) + 1;
        if (days > MAX_DAYS) {
            throw Check.refused("/end", "makes " + days + " days, must make at most " + MAX_DAYS);
        }
    }
}
