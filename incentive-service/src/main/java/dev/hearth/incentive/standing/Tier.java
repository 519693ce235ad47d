package dev.hearth.incentive.standing;

import java.util.List;

/**
 * One step of a scheme.
 *
 * @param id chosen by the community, unique in the scheme, e.g. {@code gold}; a member's tier is known by it when the
 *     scheme changes
 * @param name for people
 * @param threshold points earned in the qualifying period from which on a member has it, 0 to {@value #MAX_POINTS}
 * @param keep points of a period that suffice to keep it, 0 to the threshold
 * @param multiplier what earning rules pay to its members, in thousandths: 1,500 pays one and a half times, 0 to
 *     {@value #MAX_MULTIPLIER}
 * @param privileges names of what its members may do, at most {@value #MAX_PRIVILEGES}
 */
public record Tier(String id, String name, long threshold, long keep, int multiplier, List<String> privileges) {
    /** The largest threshold. */
    public static final long MAX_POINTS = 1_000_000_000_000L;

    /** A hundredfold. */
    public static final int MAX_MULTIPLIER = 100_000;

    /** Most privileges of one tier. */
    public static final int MAX_PRIVILEGES = 50;

    /** What is paid to who has no tier: once. */
    public static final int SINGLE = 1_000;

    public Tier {
        privileges = List.copyOf(privileges);
        if (threshold < 0 || threshold > MAX_POINTS || keep < 0 || keep > threshold) {
            throw new IllegalArgumentException("a tier has 0 <= keep <= threshold <= " + MAX_POINTS);
        }
        if (multiplier < 0 || multiplier > MAX_MULTIPLIER || privileges.size() > MAX_PRIVILEGES) {
            throw new IllegalArgumentException("multiplier or privileges of tier " + id + " are out of range");
        }
    }
}
