package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.member.Members;
import dev.hearth.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who may send and claim: active members, for a group's packet those of the group; nobody whom operators run (托儿). */
@ApplicationScoped
class Membership {
    private static final String ACTIVE = "ACTIVE";

    private final Members members;

    Membership(Members members) {
        this.members = members;
    }

    /** Fails where the member may have nothing to do with a packet for that group. */
    void require(String community, String member, @Nullable String group) {
        MemberFacts facts = members.find(community, member)
                .orElseThrow(() -> new ProblemException(
                        RedPacketProblem.RED_PACKET_MEMBER_UNKNOWN,
                        "the community has no member " + member + ", or it joined only just now"));
        if (!facts.status().equals(ACTIVE)) {
            throw refused(member + " is " + facts.status() + "; only active members send and claim");
        }
        if (facts.planted()) {
            throw refused(member + " is run by operators; such accounts neither send nor claim");
        }
        if (group != null && !facts.groups().contains(group)) {
            throw refused("it is for members of the group " + group + ", and " + member + " is none");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(RedPacketProblem.RED_PACKET_NOT_FOR_MEMBER, detail);
    }
}
