package dev.hearth.incentive.draw;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** After which entry a page of a member's entries begins. */
record EntryCursor(String draw, int lane, long number) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_.:-]{1,64}) (\\d{1,2}) (\\d{1,12})");

    static EntryCursor of(String cursor) {
        if (cursor.isEmpty()) {
            return new EntryCursor("", 0, 0);
        }
        Matcher matcher = FORM.matcher(cursor);
        if (!matcher.matches()) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("cursor", "is not a cursor of this list; use `next` of the page before"));
        }
        return new EntryCursor(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    static String of(Receipt receipt) {
        Entry entry = receipt.entry();
        return entry.draw() + " " + entry.lane() + " " + entry.number();
    }
}
