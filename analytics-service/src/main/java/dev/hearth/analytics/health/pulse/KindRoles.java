package dev.hearth.analytics.health.pulse;

import java.util.Set;

/**
 * Which kinds of event tell what about the worth of a group. A kind may have several roles; what is none of these is
 * something worthwhile.
 *
 * @param advertising kinds that advertise
 * @param offTopic kinds that are beside the group's topic
 * @param lowValue kinds that say little
 * @param passive kinds that nobody else sees: they count for none of the shares
 * @param asking kinds that ask a question: their target, and their own id, name it
 * @param answering kinds that answer: their target is what they answer
 */
public record KindRoles(
        Set<String> advertising,
        Set<String> offTopic,
        Set<String> lowValue,
        Set<String> passive,
        Set<String> asking,
        Set<String> answering) {
    /** The standard kinds. None of these says that it advertises or is off topic: communities declare such kinds. */
    public static final KindRoles USUAL = new KindRoles(
            Set.of("ad.posted"),
            Set.of("off-topic.posted"),
            Set.of("reaction.added", "mention.made", "check-in.made"),
            Set.of("content.viewed", "live.watched", "app.visited"),
            Set.of("question.asked"),
            Set.of("answer.posted", "reply.posted"));

    public KindRoles {
        advertising = Set.copyOf(advertising);
        offTopic = Set.copyOf(offTopic);
        lowValue = Set.copyOf(lowValue);
        passive = Set.copyOf(passive);
        asking = Set.copyOf(asking);
        answering = Set.copyOf(answering);
    }
}
