package dev.hearth.incentive.earning;

import org.jspecify.annotations.Nullable;

/** Rules put into a database without the service. */
final class Rules {
    private Rules() {}

    /** The statement that saves a rule for messages, the first change of the community. */
    static String saved(String community, String id, String currency, long amount, @Nullable Long cap) {
        String caps = cap == null
                ? ""
                : "{\"scope\":\"MEMBER\",\"window\":\"DAY\",\"unit\":\"POINTS\",\"limit\":" + cap + "}";
        return "insert into definition (community, type, id, version, revision, status, terms, changed_at, changed_by)"
                + " values ('" + community + "', 'earning-rule', '" + id + "', 1, 1, 'ACTIVE', '{\"kinds\":"
                + "[\"message.posted\"],\"currency\":\"" + currency + "\",\"amount\":" + amount + ",\"caps\":["
                + caps + "]}', now(), 't')";
    }
}
