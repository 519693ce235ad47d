package dev.hearth.analytics.participation;

import dev.hearth.analytics.activity.Window;

/**
 * Who took part in a period, and how much.
 *
 * @param window the period
 * @param active who acted in it
 * @param known who acted in it or earlier
 * @param members who belong to the community or group at its end
 * @param activeMembers those of them who acted in it
 * @param acts acts in it
 * @param targeted those of them that were done to somebody or something
 */
public record ParticipationFigure(
        Window window, long active, long known, long members, long activeMembers, long acts, long targeted) {
    static ParticipationFigure none(Window window) {
        return new ParticipationFigure(window, 0, 0, 0, 0, 0, 0);
    }

    /** Partitions share no members. */
    ParticipationFigure plus(ParticipationFigure other) {
        return new ParticipationFigure(
                window,
                active + other.active,
                known + other.known,
                members + other.members,
                activeMembers + other.activeMembers,
                acts + other.acts,
                targeted + other.targeted);
    }
}
