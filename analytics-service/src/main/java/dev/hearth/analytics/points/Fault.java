package dev.hearth.analytics.points;

import dev.hearth.platform.problem.Outage;
import dev.hearth.platform.problem.ProblemException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What a question that got no answer is told, and when the log is: once as it begins and once as it is over. */
final class Fault {
    private static final Logger LOG = Logger.getLogger(IncentiveService.class);

    private final AtomicBoolean lasting = new AtomicBoolean();

    /** The problem that {@code failure} is for who asked. */
    ProblemException of(Throwable failure) {
        ProblemException problem = problem(failure);
        if (!(problem.type() instanceof PointsProblem)) {
            over();
        } else if (!lasting.getAndSet(true)) {
            LOG.warnf("incentive-service gives no answer: %s; its cards say so", failure.toString());
        }
        return problem;
    }

    /** There is an answer again. */
    void over() {
        if (lasting.compareAndSet(true, false)) {
            LOG.info("incentive-service answers again");
        }
    }

    private static ProblemException problem(Throwable failure) {
        return switch (failure) {
            case ProblemException told -> told;
            case Answer.Senseless senseless ->
                new ProblemException(
                        PointsProblem.INCENTIVES_FAILED,
                        "its answer " + senseless.getMessage()
                                + "; see its log, and that hearth.incentive.url names it");
            case TimeoutException _ -> slow();
            case io.smallrye.mutiny.TimeoutException _ -> slow();
            default ->
                Outage.isOutage(failure)
                        ? Answer.away("it is down, or not reachable from here; all other figures do without it. Try"
                                + " again; if it stays so, start it or see hearth.incentive.url")
                        : new ProblemException(
                                PointsProblem.INCENTIVES_FAILED,
                                "what answers is not incentive-service; see that hearth.incentive.url names it");
        };
    }

    private static ProblemException slow() {
        return new ProblemException(
                PointsProblem.INCENTIVES_SLOW,
                "it is overloaded, or something it needs is away; all other figures do without it. Try again");
    }
}
