package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * An event that a rule answers. Whether it is paid depends on what was paid before and on the caps.
 *
 * @param occurrence the event
 * @param rule the version that answers it
 * @param base what the event is worth by the rule
 * @param parts of it, for whom; a share that nobody gets is left out
 */
public record Claim(Occurrence occurrence, Rule rule, long base, List<Part> parts) {
    public Claim {
        parts = List.copyOf(parts);
    }

    /**
     * What a member is to get, before multiplier, caps and budget.
     *
     * @param member who
     * @param points how much; negative is a debit
     */
    public record Part(String member, long points) {}

    /** @param earns whether a member of a community may earn or lose at all */
    static Claim of(Occurrence occurrence, Rule rule, long base, BiPredicate<String, String> earns) {
        List<Share> shares = rule.pay().shares();
        long[] points = Share.split(base, shares);
        List<Part> parts = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            String member = shares.get(i).to().of(occurrence);
            if (member != null && points[i] != 0 && earns.test(occurrence.community(), member)) {
                parts.add(new Part(member, points[i]));
            }
        }
        return new Claim(occurrence, rule, base, parts);
    }

    /** What is paid once, for ever: the event and the rule, whatever its version. */
    public ClaimKey key() {
        return new ClaimKey(occurrence.community(), occurrence.event(), rule.id());
    }

    ProgressKey progressKey() {
        return new ProgressKey(occurrence.community(), rule.id(), occurrence.member());
    }

    UsageKey usageKey(Part part, Cap cap) {
        return UsageKey.of(occurrence, part.member(), rule, cap);
    }
}
