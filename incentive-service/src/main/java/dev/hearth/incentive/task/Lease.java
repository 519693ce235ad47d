package dev.hearth.incentive.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that this replica may work on, until another one takes it over.
 *
 * @param owner who works: new for each lease
 * @param request JSON
 * @param state JSON; null before the first step
 * @param failures how often the next step has failed
 */
record Lease(
        String community,
        UUID id,
        UUID owner,
        String type,
        String request,
        @Nullable String state,
        int failures,
        Instant createdAt,
        String createdBy) {
    Lease onward(String next) {
        return new Lease(community, id, owner, type, request, next, 0, createdAt, createdBy);
    }
}
