package dev.hearth.incentive.accrual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A limit to what is credited.
 *
 * @param key what is counted: caps with the same key, scope and window share one count
 * @param unit what the limit is in
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param scope of whose earnings
 * @param window of which time: by the local day that the event itself names
 */
public record Cap(String key, Unit unit, long limit, Scope scope, Window window) {
    /** The highest limit; the database checks the same. */
    public static final long MAX_LIMIT = 1_000_000_000L;

    public Cap {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_LIMIT);
        }
    }

    /** What a cap counts. */
    public enum Unit {
        /** Points credited; the last award is cut to what is left. */
        POINTS,
        /** Credits of at least one point. */
        TIMES
    }

    /** Whose earnings are counted together. */
    public enum Scope {
        /** Of each member who is credited. */
        MEMBER,
        /** Of each group in which events happen; those in no group are counted together. */
        GROUP,
        /** Of each rule. */
        RULE,
        /** Of all. */
        COMMUNITY;

        /** Whether whatever is counted together by this is so by {@code other}. */
        boolean refines(Scope other) {
            return this == other || other == COMMUNITY;
        }
    }

    /** Which days are counted together. */
    public enum Window {
        DAY,
        /** Monday to Sunday. */
        WEEK,
        MONTH,
        TOTAL;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case TOTAL -> LocalDate.EPOCH;
            };
        }

        /** Weeks and months overlap; all else lies one within the other. */
        boolean refines(Window other) {
            return this == other || this == DAY || other == TOTAL;
        }
    }

    /** The cap {@code id} of the community, by member and day, shared by the rules that name it. */
    public static Cap shared(String id, Unit unit, long limit) {
        return shared(id, unit, limit, Scope.MEMBER, Window.DAY);
    }

    /** The cap {@code id} of the community, shared by the rules that name it. */
    public static Cap shared(String id, Unit unit, long limit, Scope scope, Window window) {
        return new Cap("cap/" + id, unit, limit, scope, window);
    }

    /** A rule's own cap, by member and day. It belongs to the rule: an edit does not begin the day anew. */
    public static Cap ofRule(String rule, Unit unit, long limit) {
        return ofRule(rule, unit, limit, Scope.MEMBER, Window.DAY);
    }

    /** A rule's own cap. It belongs to the rule, not to one version: an edit does not begin the window anew. */
    public static Cap ofRule(String rule, Unit unit, long limit, Scope scope, Window window) {
        return new Cap("rule/" + rule, unit, limit, scope, window);
    }

    /** How much of {@code amount}, which is no debit, may still be credited after {@code usage}. */
    long allow(long amount, Usage usage) {
        return switch (unit) {
            case POINTS -> Math.min(amount, Math.max(0, limit - usage.points()));
            case TIMES -> usage.times() < limit ? amount : 0;
        };
    }

    /**
     * Where its count is kept: apart for each scope and window, so that another version never counts in wrong terms.
     */
    String countedAs(Rule rule) {
        String base = scope == Scope.RULE && !key.startsWith("rule/") ? key + "/" + rule.id() : key;
        return scope == Scope.MEMBER && window == Window.DAY ? base : base + "/" + scope + "/" + window;
    }
}
