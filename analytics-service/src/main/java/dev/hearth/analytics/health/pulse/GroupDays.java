package dev.hearth.analytics.health.pulse;

/**
 * What was done in a group on some days.
 *
 * @param days how many days
 * @param acts all acts
 * @param seen acts that others see: those of no passive kind
 * @param advertising acts that advertise
 * @param offTopic acts beside the topic
 * @param lowValue acts that say little
 * @param asked questions that were answered in time or can no longer be
 * @param unanswered those of them that were not answered
 * @param daysWithActs on how many of the days anything was done
 * @param exits how many left the group
 */
public record GroupDays(
        int days,
        long acts,
        long seen,
        long advertising,
        long offTopic,
        long lowValue,
        long asked,
        long unanswered,
        int daysWithActs,
        long exits) {}
