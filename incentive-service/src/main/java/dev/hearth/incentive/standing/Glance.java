package dev.hearth.incentive.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a standing to see at a glance that new points do not move it, so that not every credit has to
 * read all the days of a member.
 *
 * @param from the day of the standing
 * @param until the last day for which that can be said: that of the calendar period
 * @param peak the most qualifying points from then on, if nothing further is earned
 * @param limit what reaches the tier above; null at the top
 * @param review the day on which it must be looked at again anyway; null for none
 */
public record Glance(
        LocalDate from,
        @Nullable LocalDate until,
        long peak,
        @Nullable Long limit,
        @Nullable LocalDate review) {
    /** Whether nothing changes today if these points are earned on that day, nor has to be reviewed any sooner. */
    public boolean covers(LocalDate today, LocalDate day, long points) {
        boolean inTime = !day.isBefore(from)
                && (until == null || !(day.isAfter(until) || today.isAfter(until)))
                && (review == null || today.isBefore(review));
        return inTime && points >= 0 && (limit == null || peak + points < limit);
    }

    /** The same after these points. */
    public Glance plus(long points) {
        return new Glance(from, until, Math.addExact(peak, points), limit, review);
    }
}
