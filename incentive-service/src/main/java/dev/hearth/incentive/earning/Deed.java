package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to or through a member: what rules answer, and whatever else follows from events. Who may act
 * was decided when it was taken in: banned members' events never come here.
 *
 * @param occurrence what rules look at
 * @param position where the event stands: {@code topic/partition/offset}
 * @param correlationId the request that began it, if known
 * @param traceparent its trace, if traced
 */
public record Deed(
        Occurrence occurrence,
        String position,
        @Nullable String correlationId,
        @Nullable String traceparent) {}
