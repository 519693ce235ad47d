package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeEnd;
import org.jspecify.annotations.Nullable;

/**
 * How privileges end.
 *
 * @param cause their time was over, or they are taken back
 * @param by who ends them: a token's subject, or the name of a job
 * @param reason why, where it was said, 1 to 200 characters
 */
record Ending(PrivilegeEnd cause, String by, @Nullable String reason) {
    Privilege.State state() {
        return switch (cause) {
            case EXPIRED -> Privilege.State.EXPIRED;
            case REVOKED -> Privilege.State.REVOKED;
        };
    }
}
