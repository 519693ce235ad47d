package dev.hearth.incentive.task;

import java.time.Instant;
import java.util.UUID;

/**
 * A task as its work sees it.
 *
 * @param <Q> what was asked for
 * @param community whose it is
 * @param id its id, a UUID of version 7
 * @param request what was asked for
 * @param createdAt when
 * @param createdBy by whom: the token's subject
 */
public record Task<Q extends Record>(String community, UUID id, Q request, Instant createdAt, String createdBy) {}
