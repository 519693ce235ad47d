package dev.hearth.incentive.redemption;

import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a redemption.
 *
 * @param community the community's id
 * @param redemption the redemption's id
 * @param caller who asks
 * @param reference how it was handed over, where that is asked
 * @param reason why it comes to nothing, where that is asked
 */
record Request(
        String community,
        UUID redemption,
        Caller caller,
        @Nullable String reference,
        @Nullable String reason) {
    static Request of(String community, String redemption, Caller caller) {
        try {
            return new Request(community, UUID.fromString(redemption), caller, null, null);
        } catch (IllegalArgumentException e) {
            throw unknown(redemption);
        }
    }

    Request handedOver(@Nullable String by) {
        return new Request(community, redemption, caller, by, reason);
    }

    Request because(@Nullable String why) {
        return new Request(community, redemption, caller, reference, why);
    }

    String who() {
        return caller.subject();
    }

    /** What was found; to a member's own token others' redemptions are as unknown as those that are not there. */
    Redemption require(Optional<Redemption> found) {
        return found.filter(one -> caller.mayActFor(one.holder().member()))
                .orElseThrow(() -> unknown(redemption.toString()));
    }

    private static ProblemException unknown(String redemption) {
        return new ProblemException(
                RedemptionProblem.UNKNOWN_REDEMPTION, "the community has no redemption " + redemption);
    }
}
