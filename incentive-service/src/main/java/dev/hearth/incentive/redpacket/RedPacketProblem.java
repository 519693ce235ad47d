package dev.hearth.incentive.redpacket;

import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with red packets. */
enum RedPacketProblem implements ProblemType {
    UNKNOWN_RED_PACKET(404, "There is no such red packet in the community"),
    RED_PACKET_MEMBER_UNKNOWN(404, "There is no such member in the community"),
    RED_PACKET_CURRENCY_UNKNOWN(404, "There is no such currency in the community"),
    RED_PACKET_GROUP_UNKNOWN(404, "There is no such group in the community"),
    UNKNOWN_RED_PACKET_POLICY(404, "There is no red packet policy for this currency"),
    RED_PACKETS_NOT_OFFERED(409, "The community has no red packets of this currency, or not from members"),
    RED_PACKET_LIMIT_REACHED(409, "The member has no more red packets for today"),
    RED_PACKET_UNCOVERED(409, "The member does not have the points for it"),
    RED_PACKET_GONE(409, "Every share of the red packet is claimed"),
    RED_PACKET_EXPIRED(409, "The red packet is over"),
    RED_PACKET_NOT_FOR_MEMBER(409, "The red packet is not for this member");

    private final int status;
    private final String title;

    RedPacketProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** Whether somebody came too late. */
    static boolean isGone(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == RED_PACKET_GONE;
    }
}
