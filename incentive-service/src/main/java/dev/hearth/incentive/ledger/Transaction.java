package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Postings that happen together, with their cause. Immutable: it is corrected only by a further one.
 *
 * @param id grows with time (UUIDv7), so that statements are in the order of recording
 * @param cause why
 * @param occurredAt when the cause occurred
 * @param localDate the local day it counts for
 * @param postings 1 to 1,000, all in the cause's community
 */
public record Transaction(UUID id, Cause cause, Instant occurredAt, LocalDate localDate, List<Posting> postings) {
    /** The most postings of one transaction; the database checks the same. */
    public static final int MAX_POSTINGS = 1_000;

    public Transaction {
        postings = List.copyOf(postings);
        if (postings.isEmpty() || postings.size() > MAX_POSTINGS) {
            throw new IllegalArgumentException("a transaction has 1 to " + MAX_POSTINGS + " postings");
        }
        for (Posting posting : postings) {
            if (!posting.source().currency().community().equals(cause.community())) {
                throw new IllegalArgumentException("a posting of another community than its cause: " + posting);
            }
        }
    }
}
