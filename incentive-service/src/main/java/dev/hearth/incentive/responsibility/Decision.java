package dev.hearth.incentive.responsibility;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a fault, and for how much. The shares are the whole penalty, to the unit; what is waived is charged
 * to nobody.
 *
 * @param exempt whether a report exempts somebody
 * @param parts one of each role
 */
record Decision(boolean exempt, List<Part> parts) {
    Decision {
        parts = List.copyOf(parts);
    }

    /**
     * What one of them answers for.
     *
     * @param role as what
     * @param member who
     * @param percent the share in percent
     * @param share the share of the penalty
     * @param charged the share, or 0 where it is waived
     */
    record Part(Role role, String member, int percent, long share, long charged) {}

    /**
     * Decides: a report by one of the three that came before the discovery exempts those whom the rule names.
     *
     * @param members who has which role
     * @param report the first report, if there is one
     */
    static Decision decide(
            ResponsibilityTerms rule,
            long penalty,
            Map<Role, String> members,
            Discovery discovery,
            @Nullable Report report) {
        Map<Role, Long> split = rule.shares().split(penalty);
        Set<Role> exempt = isFirst(report, discovery, members) ? rule.exempts() : EnumSet.noneOf(Role.class);
        List<Part> parts = new ArrayList<>();
        for (Role role : Role.values()) {
            long share = split.getOrDefault(role, 0L);
            parts.add(new Part(
                    role,
                    members.getOrDefault(role, ""),
                    rule.shares().of(role),
                    share,
                    exempt.contains(role) ? 0 : share));
        }
        return new Decision(!exempt.isEmpty(), parts);
    }

    /** What is charged to all of them. */
    long charged() {
        return parts.stream().mapToLong(Part::charged).sum();
    }

    private static boolean isFirst(@Nullable Report report, Discovery discovery, Map<Role, String> members) {
        return report != null && report.at().isBefore(discovery.at()) && members.containsValue(report.by());
    }
}
