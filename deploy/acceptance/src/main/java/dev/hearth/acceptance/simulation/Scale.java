package dev.hearth.acceptance.simulation;

/**
 * How large a simulation is; groups and members are shared out among the communities.
 *
 * @param communities 1 to 3
 * @param groups of all communities, at least 4 each
 * @param members of all communities at the end of the history, at least 20 each and one for each group
 * @param days of history, 14 to 400
 */
public record Scale(int communities, int groups, int members, int days) {
    /** What {@code ./hearth up --demo} shows. */
    public static final Scale DEMO = new Scale(3, 120, 20_000, 90);

    public Scale {
        if (communities < 1 || communities > Society.COUNT) {
            throw new IllegalArgumentException("communities must be 1 to " + Society.COUNT + ": " + communities);
        }
        if (groups < 4 * communities || groups > 5_000) {
            throw new IllegalArgumentException("groups must be at least 4 a community, at most 5,000: " + groups);
        }
        if (members < 20 * communities || members < groups || members > 1_000_000) {
            throw new IllegalArgumentException(
                    "members must be at least 20 a community and one a group, at most 1,000,000: " + members);
        }
        if (days < 14 || days > 400) {
            throw new IllegalArgumentException("days must be 14 to 400: " + days);
        }
    }

    /** What falls to one community of a number that is shared out: the first get one more. */
    int share(int total, int community) {
        return total / communities + (community < total % communities ? 1 : 0);
    }
}
