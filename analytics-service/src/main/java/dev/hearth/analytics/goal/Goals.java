package dev.hearth.analytics.goal;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.course.Course;
import dev.hearth.analytics.course.Courses;
import dev.hearth.analytics.course.Metric;
import dev.hearth.analytics.course.Subject;
import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.analytics.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The goals of all communities, and how far they are. */
@ApplicationScoped
class Goals {
    private final Settings<Goal> said;
    private final Courses courses;

    Goals(AllSettings settings, Courses courses) {
        this.said = settings.of("goal", Goal.class);
        this.courses = courses;
    }

    Settings<Goal> said() {
        return said;
    }

    GoalTree tree(String community) {
        return new GoalTree(said.all(community));
    }

    Pace pace(Activity activity, GoalTree tree, Setting<Goal> goal) {
        Goal value = goal.value();
        Course course = course(activity, tree, goal, value.days(), value.metric());
        // The pace of newcomers in weeks that the goal does not have says little; who comes on which day does.
        Metric volume = value.metric() == Metric.ACTIVE_MEMBERS ? Metric.MEMBER_DAYS : value.metric();
        Course before = switch (value.plan()) {
            case LINEAR -> Course.none(Weekdays.before(value.start()));
            case WEEKDAY -> course(activity, tree, goal, Weekdays.before(value.start()), volume);
        };
        return new Pace(value, course, before);
    }

    /** Where children add up, each does over its own days, as far as they are among those that are asked for. */
    private Course course(Activity activity, GoalTree tree, Setting<Goal> goal, DaySpan days, Metric metric) {
        Goal value = goal.value();
        return switch (value.measuredBy()) {
            case ITSELF -> {
                Subject own = value.subject(goal.community());
                yield courses.of(
                        activity, new Subject(own.community(), own.group(), metric, own.kinds(), own.audience()), days);
            }
            case CHILDREN -> {
                List<Course> parts = tree.children(goal.id()).stream()
                        .map(child -> course(activity, tree, child, days(child.value(), days, value), metric)
                                .over(days))
                        .toList();
                yield parts.stream().reduce(Course.none(days), Course::plus);
            }
        };
    }

    /** Of the parent's own days a child has its own; of the weeks before, all. */
    private static DaySpan days(Goal child, DaySpan asked, Goal parent) {
        return asked.equals(parent.days()) ? child.days() : asked;
    }
}
