package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.Entry;
import dev.hearth.incentive.ledger.Statements.Place;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.UUID;

/** Where a list of entries goes on: transaction and currency. */
final class EntryCursor {
    private static final String SEPARATOR = "/";

    private EntryCursor() {}

    static String of(Entry entry) {
        return entry.transaction() + SEPARATOR + entry.currency();
    }

    static Place place(String after) {
        if (after.isEmpty()) {
            return Place.START;
        }
        String[] parts = after.split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw refused();
        }
        try {
            return new Place(UUID.fromString(parts[0]), parts[1]);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return new ProblemException(
                RequestProblem.INVALID_PARAMETER,
                FieldError.parameter("cursor", "is not a cursor of this list; use `next` of the page before"));
    }
}
