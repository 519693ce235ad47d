package dev.hearth.incentive.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a transaction beside its postings.
 *
 * @param reference what it belongs to, e.g. {@code redemption/<id>}, 1 to 200 characters
 * @param reverses the transaction that it takes back
 * @param reason why somebody asked for it, 1 to 500 characters
 * @param actor who asked for it: the token's subject
 * @param trace a JSON object: how the amount came about, where it is not simply what the rule says
 * @param sourcePosition where the source event stands: {@code topic/partition/offset}
 */
public record Notes(
        @Nullable String reference,
        @Nullable UUID reverses,
        @Nullable String reason,
        @Nullable String actor,
        @Nullable String trace,
        @Nullable String sourcePosition) {
    /** Nothing. */
    public static final Notes NONE = new Notes(null, null, null, null, null, null);

    /** Of something. */
    public static Notes on(String reference) {
        return new Notes(reference, null, null, null, null, null);
    }

    /** With what is asked for by somebody. */
    public Notes by(String who, @Nullable String why) {
        return new Notes(reference, reverses, why, who, trace, sourcePosition);
    }

    /** With how an amount came about. */
    public Notes tracing(String how) {
        return new Notes(reference, reverses, reason, actor, how, sourcePosition);
    }

    /** With where the source event stands. */
    public Notes from(String position) {
        return new Notes(reference, reverses, reason, actor, trace, position);
    }

    Notes reversing(UUID transaction) {
        return new Notes(reference, transaction, reason, actor, trace, sourcePosition);
    }
}
