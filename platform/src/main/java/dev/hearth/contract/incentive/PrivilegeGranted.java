package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member got a privilege (特权).
 *
 * @param memberId who got it
 * @param privilege the privilege's id
 * @param kind what it lets the member do or be
 * @param name the title, the pinned place, what is accessible, or the group's id
 * @param from when it begins: later than now where the member has the same privilege until then
 * @param until when it ends; absent where it does not end by itself
 * @param source what it was granted for, e.g. {@code redemption/r-1}
 */
@Contract(type = "dev.hearth.incentive.privilege-granted.v1", topic = "hearth.incentive")
public record PrivilegeGranted(
        String memberId,
        String privilege,
        PrivilegeKind kind,
        String name,
        Instant from,
        @Nullable Instant until,
        String source) {}
