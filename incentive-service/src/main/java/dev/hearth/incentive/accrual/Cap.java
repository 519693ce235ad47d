package dev.hearth.incentive.accrual;

/**
 * A limit to what a member earns in a local day.
 *
 * @param key what is counted: caps with the same key share one count
 * @param unit what the limit is in
 * @param limit 1 to {@value #MAX_LIMIT}
 */
public record Cap(String key, Unit unit, long limit) {
    /** The highest limit; the database checks the same. */
    public static final long MAX_LIMIT = 1_000_000_000L;

    public Cap {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_LIMIT);
        }
    }

    /** What a cap counts. */
    public enum Unit {
        /** Points awarded; the last award is cut to what is left. */
        POINTS,
        /** Awards of at least one point. */
        TIMES
    }

    /** The cap {@code id} of the community, shared by the rules that name it. */
    public static Cap shared(String id, Unit unit, long limit) {
        return new Cap("cap/" + id, unit, limit);
    }

    /** A rule's own cap. It belongs to the rule, not to one version: an edit does not begin the day anew. */
    public static Cap ofRule(String rule, Unit unit, long limit) {
        return new Cap("rule/" + rule, unit, limit);
    }

    /** How much of {@code amount} may still be awarded after {@code usage}. */
    long allow(long amount, Usage usage) {
        return switch (unit) {
            case POINTS -> Math.min(amount, Math.max(0, limit - usage.points()));
            case TIMES -> usage.times() < limit ? amount : 0;
        };
    }
}
