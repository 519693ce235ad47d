package dev.hearth.incentive.draw;

import dev.hearth.contract.incentive.DrawMode;
import dev.hearth.incentive.draw.proof.Stake;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draw must have before it opens: everything that is missing is named at once. */
final class Completeness {
    private static final String MISSING = "is missing; a draw does not open without it";

    private final DrawTerms terms;
    private final List<FieldError> errors = new ArrayList<>();

    private Completeness(DrawTerms terms) {
        this.terms = terms;
    }

    /** Fails with all that keeps the draw from opening now. */
    static void require(DrawTerms terms, Instant now) {
        Completeness completeness = new Completeness(terms);
        completeness.words();
        completeness.prizes();
        completeness.times(now);
        completeness.limits();
        if (!completeness.errors.isEmpty()) {
            throw new ProblemException(
                    DrawProblem.DRAW_INCOMPLETE,
                    completeness.errors.size() + " things keep the draw from opening",
                    completeness.errors);
        }
    }

    private void words() {
        need("/title", text(terms.title()));
        need("/organiser", text(terms.organiser()));
        need("/rules", text(terms.rules()));
        need("/mode", terms.mode());
    }

    private void prizes() {
        List<Prize> prizes = terms.prizes();
        if (prizes == null || prizes.isEmpty()) {
            say("/prizes", MISSING);
            return;
        }
        long odds = 0;
        long quantity = 0;
        for (int i = 0; i < prizes.size(); i++) {
            Prize prize = prizes.get(i);
            need("/prizes/" + i + "/quantity", prize.quantity());
            quantity += prize.quantity() == null ? 0 : prize.quantity();
            odds += prize.odds() == null ? 0 : prize.odds();
            checkOdds("/prizes/" + i + "/odds", prize);
        }
        if (odds > Stake.MILLION) {
            say("/prizes", "have odds of " + odds + " millionths together, must have at most " + Stake.MILLION);
        }
        if (quantity > Stake.MAX_QUANTITY) {
            say("/prizes", "are " + quantity + " together, must be at most " + Stake.MAX_QUANTITY);
        }
    }

    private void checkOdds(String pointer, Prize prize) {
        if (terms.mode() == DrawMode.INSTANT) {
            need(pointer, prize.odds());
        } else if (terms.mode() == DrawMode.CLOSING && prize.odds() != null) {
            say(pointer, "are said, but at closing they follow from the number of entries; leave them out");
        }
    }

    private void times(Instant now) {
        need("/opensAt", terms.opensAt());
        need("/closesAt", terms.closesAt());
        if (terms.mode() != DrawMode.INSTANT) {
            need("/drawsAt", terms.drawsAt());
        } else if (terms.beacon() != null) {
            say("/beacon", "is said, but an instant draw cannot wait for one; leave it out");
        }
        inOrder("/closesAt", terms.opensAt(), terms.closesAt(), "must be after opensAt");
        inOrder("/closesAt", now, terms.closesAt(), "is over");
        if (terms.closesAt() != null
                && terms.drawsAt() != null
                && terms.drawsAt().isBefore(terms.closesAt())) {
            say("/drawsAt", "must not be before closesAt");
        }
    }

    private void limits() {
        need("/entriesPerMember", terms.entriesPerMember());
        need("/winsPerMember", terms.winsPerMember());
        if ((terms.cost() == null) != (terms.currency() == null)) {
            say(terms.cost() == null ? "/cost" : "/currency", "is missing; an entry costs both or neither");
        }
    }

    private void inOrder(String pointer, @Nullable Instant first, @Nullable Instant second, String otherwise) {
        if (first != null && second != null && !second.isAfter(first)) {
            say(pointer, otherwise);
        }
    }

    private void need(String pointer, @Nullable Object value) {
        if (value == null) {
            say(pointer, MISSING);
        }
    }

    private void say(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
