package dev.hearth.analytics.answer;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Asks the operation of a request once more, over other days; so no figure need know of baselines. */
final class Repetition {
    private Repetition() {}

    static Uni<FiguresView<?>> over(DaySpan days, ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext asked = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Object[] parameters = asked.getParameters().clone();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof FigureQuery query) {
                parameters[i] = query.over(days);
            }
        }
        return Uni.createFrom().deferred(() -> answer(asked, parameters)).map(answer -> (FiguresView<?>) answer);
    }

    private static Uni<?> answer(ResteasyReactiveRequestContext asked, Object[] parameters) {
        try {
            Object answer = asked.getTarget().getInvoker().invoke(asked.getEndpointInstance(), parameters);
            return answer instanceof Uni<?> later ? later : Uni.createFrom().item(answer);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception e) {
            throw new IllegalStateException("an operation failed with a checked exception", e);
        }
    }
}
