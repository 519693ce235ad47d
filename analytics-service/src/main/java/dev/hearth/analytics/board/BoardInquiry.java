package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.analytics.influence.ContributionWeights;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes out which board is asked for, and refuses what is none. */
@ApplicationScoped
class BoardInquiry {
    private final Inquiry inquiry;
    private final ContributionWeights weights;
    private final Clock clock;

    BoardInquiry(Inquiry inquiry, ContributionWeights weights, Clock clock) {
        this.inquiry = inquiry;
        this.weights = weights;
        this.clock = clock;
    }

    /**
     * Which board, for whom and from what; fails with a problem that names the parameter at fault.
     *
     * <p>Events are meant where no measure is named.
     */
    AskedBoard ask(String community, BoardQuery board, FigureQuery query) {
        Measure measure =
                Objects.requireNonNullElse(QueryParameter.oneOf("by", board.by, Measure.class), Measure.EVENTS);
        requireFitting(measure, board, query);
        BoardWindow window = window(board, query);
        LocalDate on = QueryParameter.day("on", board.on);
        // A range may have as many months as an answer has periods.
        Asked asked = inquiry.ask(community, Period.MONTH, query);
        DaySpan days = window.around(on == null ? today(asked.zone()) : on).orElseGet(() -> range(query, asked));
        BoardSpec spec = new BoardSpec(
                community,
                query.group,
                ofPoints(measure) ? Set.of() : asked.selection().kinds(),
                scoring(measure, community, board.currency),
                days.firstEpochDay(),
                days.lastEpochDay());
        return new AskedBoard(spec, measure, asked);
    }

    private Scoring scoring(Measure measure, String community, @Nullable String currency) {
        return switch (measure) {
            case EVENTS -> new Scoring.Events();
            case CONTRIBUTION -> new Scoring.Contribution(weights.of(community));
            case VALUE -> new Scoring.Values();
            case POINTS -> new Scoring.Points(named(currency));
            case RECEIVED -> new Scoring.Received(named(currency));
        };
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** From or to a day that is not named, all days. */
    private static DaySpan range(FigureQuery query, Asked asked) {
        return new DaySpan(
                query.from == null
                        ? AskedBoard.BEGINNING
                        : asked.span().orElseThrow().first(),
                query.to == null ? AskedBoard.END : asked.span().orElseThrow().last());
    }

    private static void requireFitting(Measure measure, BoardQuery board, FigureQuery query) {
        if (ofPoints(measure)) {
            if (board.currency == null) {
                throw undefined("currency", "is missing: say which points " + measure + " is of");
            }
            String _ = QueryParameter.identifier("currency", board.currency);
            if (!query.kinds.isEmpty()) {
                throw undefined("kind", "must not be given with " + measure + ", which adds up points");
            }
        } else if (board.currency != null) {
            throw undefined("currency", "must not be given with " + measure + ", which is not of points");
        }
        if (measure == Measure.VALUE && query.kinds.isEmpty()) {
            throw undefined("kind", "is missing: name the kinds whose values mean the same, as kind=purchase.made");
        }
    }

    private static BoardWindow window(BoardQuery board, FigureQuery query) {
        BoardWindow window = QueryParameter.oneOf("window", board.window, BoardWindow.class);
        if (window == null || window == BoardWindow.ALL) {
            if (board.on != null) {
                throw undefined("on", "needs a window that it is a day of: add window=DAY, ISO_WEEK or MONTH");
            }
            return BoardWindow.ALL;
        }
        if (query.from != null || query.to != null) {
            throw undefined("window", "must not be " + window + " with from or to: leave out the one or the others");
        }
        return window;
    }

    private static boolean ofPoints(Measure measure) {
        return switch (measure) {
            case POINTS, RECEIVED -> true;
            case EVENTS, CONTRIBUTION, VALUE -> false;
        };
    }

    private static String named(@Nullable String currency) {
        if (currency == null) {
            throw new IllegalStateException("points without a currency were let through");
        }
        return currency;
    }

    private static ProblemException undefined(String parameter, String detail) {
        return new ProblemException(BoardProblem.UNDEFINED_BOARD, FieldError.parameter(parameter, detail));
    }
}
