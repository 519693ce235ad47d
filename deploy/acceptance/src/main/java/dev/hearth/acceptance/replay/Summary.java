package dev.hearth.acceptance.replay;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a replay did.
 *
 * @param community where
 * @param members how many members the events name
 * @param groups how many groups they name
 * @param declared kinds that had to be declared
 * @param fate what became of the events
 * @param posting how long the events took to post
 * @param catchUp how long analytics and ledger took after that
 * @param caughtUp whether they got there; true if nobody waited for them
 */
public record Summary(
        String community,
        int members,
        int groups,
        Set<String> declared,
        Fate fate,
        Duration posting,
        Duration catchUp,
        boolean caughtUp) {
    /**
     * What became of the events.
     *
     * @param sent events posted, repeats included, tries not
     * @param repeated how many of them were sent a second time on purpose
     * @param accepted acknowledged by the ingest
     * @param refused refused by the ingest, by kind and reason
     * @param retries requests that had to be sent again
     */
    public record Fate(long sent, long repeated, long accepted, Map<String, Long> refused, long retries) {
        /** How many events were refused. */
        public long refusals() {
            return refused.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Events a second while posting. */
    public double rate() {
        return fate.sent() / Math.max(posting.toNanos() / 1e9, 1e-3);
    }

    /** For a person to read. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "community", community);
        line(text, "members, groups", String.format(Locale.ROOT, "%,d, %,d", members, groups));
        if (!declared.isEmpty()) {
            line(text, "kinds declared", String.join(", ", declared));
        }
        line(
                text,
                "events sent",
                String.format(Locale.ROOT, "%,d (%,d of them repeats)", fate.sent(), fate.repeated()));
        line(text, "accepted", String.format(Locale.ROOT, "%,d", fate.accepted()));
        line(text, "refused", String.format(Locale.ROOT, "%,d", fate.refusals()));
        fate.refused()
                .forEach((reason, count) -> text.append(String.format(Locale.ROOT, "    %,d  %s%n", count, reason)));
        line(text, "posted in", seconds(posting) + String.format(Locale.ROOT, ", %,.0f events/s", rate()));
        line(text, "requests repeated", String.format(Locale.ROOT, "%,d", fate.retries()));
        line(text, "caught up", caughtUp ? "analytics and ledger after " + seconds(catchUp) : "not in time");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-20s %s%n", name, value));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
