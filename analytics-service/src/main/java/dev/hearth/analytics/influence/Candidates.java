package dev.hearth.analytics.influence;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may be an opinion leader (KOL): heard by more members than 95 % of those with influence, and by 5 at least; and
 * doing more for the community than three quarters of them. Quantiles are nearest-rank ones. The bars are a convention:
 * they pick whom to look at, not whom to appoint.
 *
 * @param reach the least reach
 * @param love the least love
 */
record Candidates(int reach, double love) {
    static final int LEAST_REACH = 5;

    static Candidates among(List<MemberInfluence> members) {
        if (members.isEmpty()) {
            return new Candidates(LEAST_REACH, 0);
        }
        int[] reach = members.stream().mapToInt(MemberInfluence::reach).sorted().toArray();
        double[] love =
                members.stream().mapToDouble(MemberInfluence::love).sorted().toArray();
        return new Candidates(
                Math.max(LEAST_REACH, reach[nearestRank(95, reach.length)]), love[nearestRank(75, love.length)]);
    }

    boolean has(MemberInfluence member) {
        return reasons(member).size() == InfluenceReason.values().length;
    }

    /** What the member reaches of the bars. */
    List<InfluenceReason> reasons(MemberInfluence member) {
        List<InfluenceReason> reasons = new ArrayList<>();
        if (member.reach() >= reach) {
            reasons.add(InfluenceReason.HEARD);
        }
        if (member.love() >= love) {
            reasons.add(InfluenceReason.ENGAGED);
        }
        return reasons;
    }

    private static int nearestRank(int percent, int size) {
        return (percent * size + 99) / 100 - 1;
    }
}
