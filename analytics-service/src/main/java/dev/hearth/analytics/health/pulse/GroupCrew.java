package dev.hearth.analytics.health.pulse;

/**
 * Who took part in a group on some days.
 *
 * @param active members who acted
 * @param memberDays over the days, how many members acted on each
 * @param operators who of the operators acted on the last of the days
 */
public record GroupCrew(long active, long memberDays, int operators) {
    static final GroupCrew NOBODY = new GroupCrew(0, 0, 0);

    GroupCrew plus(GroupCrew other) {
        return new GroupCrew(active + other.active, memberDays + other.memberDays, operators + other.operators);
    }
}
