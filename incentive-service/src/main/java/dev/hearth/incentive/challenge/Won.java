package dev.hearth.incentive.challenge;

import dev.hearth.incentive.milestone.Reached;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stage that a member reached, with what it got.
 *
 * @param id what its privilege was granted for
 * @param version of the challenge that was in force
 * @param lostAt when it was lost again, if it was
 * @param transaction what paid its points, if it has any
 */
record Won(
        UUID id,
        Participant participant,
        String stage,
        int attempt,
        int version,
        long target,
        Instant reachedAt,
        @Nullable Instant lostAt,
        @Nullable UUID transaction,
        Prize prize) {
    Reached reached() {
        return new Reached(stage, attempt, target, lostAt == null);
    }

    /** What names it where something is done for it. */
    String source() {
        return "challenge-stage/" + id;
    }

    /** Its key in the ledger: natural, and unique for ever. */
    static String key(Participant participant, String stage, int attempt) {
        return "challenge/" + participant.challenge() + "/" + stage + "/" + participant.member() + "/" + attempt;
    }

    /** What its badge is awarded for. */
    static String badgeSource(Participant participant, String stage) {
        return "challenge/" + participant.challenge() + "/" + stage;
    }
}
