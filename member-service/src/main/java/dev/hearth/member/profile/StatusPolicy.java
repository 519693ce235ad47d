package dev.hearth.member.profile;

import static dev.hearth.contract.member.MemberStatus.ACTIVE;
import static dev.hearth.contract.member.MemberStatus.BANNED;
import static dev.hearth.contract.member.MemberStatus.LEFT;
import static dev.hearth.contract.member.MemberStatus.PENDING;

import dev.hearth.contract.member.JoinMode;
import dev.hearth.contract.member.MemberStatus;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which status follows which. */
final class StatusPolicy {
    private StatusPolicy() {}

    /** The status that a member begins with. */
    static MemberStatus first(JoinMode mode) {
        return switch (mode) {
            case OPEN -> ACTIVE;
            case APPROVAL, INVITATION -> PENDING;
        };
    }

    /**
     * What an operator may decide about a member. Nobody is made {@code PENDING}: that is asked for. Who left comes
     * back by joining again, which a ban prevents; a ban ends by an operator's decision only, not by leaving.
     */
    static Set<MemberStatus> decisions(MemberStatus status) {
        return Collections.unmodifiableSet(
                switch (status) {
                    case PENDING -> EnumSet.of(ACTIVE, BANNED, LEFT);
                    case ACTIVE -> EnumSet.of(BANNED, LEFT);
                    case BANNED -> EnumSet.of(ACTIVE, LEFT);
                    case LEFT -> EnumSet.of(BANNED);
                });
    }

    /** Whether a member may be in groups and leave by its own will. */
    static boolean belongs(MemberStatus status) {
        return switch (status) {
            case PENDING, ACTIVE -> true;
            case BANNED, LEFT -> false;
        };
    }
}
