package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.Moment;
import dev.hearth.analytics.projection.AsOf;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a list goes on, and which list it is: so that pages of one list show one state.
 *
 * @param question a hash of what was asked
 * @param moment the state that the first page showed
 * @param asOf how fresh that was
 * @param after the last member shown
 */
record ListCursor(String question, Moment moment, AsOf asOf, String after) {
    private static final int MAX_PARTITIONS = 10_000;

    /** Nothing in it has a {@code |} or a comma. */
    String text() {
        return String.join(
                "|",
                question,
                moment.rows().stream().map(String::valueOf).collect(Collectors.joining(",")),
                Long.toHexString(moment.check()),
                asOf.measuredAt().toString(),
                Long.toString(asOf.lag()),
                Boolean.toString(asOf.catchingUp()),
                after);
    }

    /** Fails with a problem if it is not the cursor of a list that answers the {@code question}. */
    static ListCursor of(String text, String question) {
        ListCursor cursor = parse(text);
        if (!cursor.question.equals(question)) {
            throw QueryParameter.refused(
                    "cursor", "is that of another list; ask with all other parameters as for the page before");
        }
        return cursor;
    }

    private static ListCursor parse(String text) {
        String[] parts = text.split("\\|", -1);
        try {
            if (parts.length == 7) {
                return new ListCursor(
                        parts[0],
                        new Moment(rows(parts[1]), Long.parseUnsignedLong(parts[2], 16)),
                        new AsOf(Instant.parse(parts[3]), Long.parseLong(parts[4]), Boolean.parseBoolean(parts[5])),
                        parts[6]);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw notOurs();
        }
        throw notOurs();
    }

    private static List<Integer> rows(String counts) {
        List<Integer> rows = Arrays.stream(counts.split(",", MAX_PARTITIONS))
                .map(Integer::valueOf)
                .toList();
        if (rows.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a partition has no acts less than none");
        }
        return rows;
    }

    private static ProblemException notOurs() {
        return QueryParameter.refused(
                "cursor", "is not a cursor of this list; use `next` of the page before, or leave it out");
    }
}
