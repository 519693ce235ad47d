package dev.hearth.analytics.course;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.figure.Inquiry;
import jakarta.enterprise.context.ApplicationScoped;

/** Follows figures from day to day. */
@ApplicationScoped
public class Courses {
    private final Inquiry inquiry;

    Courses(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** What each of the days adds; fails with 404 if the target audience is asked for and not defined. */
    public Course of(Activity activity, Subject subject, DaySpan days) {
        Selection selection =
                inquiry.selection(subject.community(), subject.group(), subject.kinds(), subject.audience());
        return activity.ask(subject.community(), each -> Course.of(each, selection, subject.metric(), days)).stream()
                .reduce(Course.none(days), Course::plus);
    }
}
