package dev.hearth.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Refuses for now what has no answer after {@code hearth.http.deadline}: behind a part that is frozen or cut off, a
 * request may wait where no time-out of that part's client reaches. An answer that has begun is left to go on, so
 * streams are not bounded. What the request does may still take effect; whoever asks again finds it done.
 */
@ApplicationScoped
class Deadline {
    private static final Logger LOG = Logger.getLogger(Deadline.class);
    /** Before everything else, so that everything else is bounded. */
    private static final int FIRST = 10_000;

    private final Duration limit;
    private final String refusal;

    Deadline(@ConfigProperty(name = "hearth.http.deadline") Duration limit, ObjectMapper json)
            throws JsonProcessingException {
        this.limit = limit;
        this.refusal = json.writeValueAsString(
                Problem.of(RequestProblem.UNAVAILABLE, "a part this needs does not answer; try again", List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, FIRST);
    }

    private void bound(RoutingContext request) {
        long timer = request.vertx().setTimer(limit.toMillis(), due -> refuse(request));
        request.addEndHandler(ended -> {
            boolean _ = request.vertx().cancelTimer(timer);
        });
        request.next();
    }

    private void refuse(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        LOG.warnf("no answer within %s: %s", limit, request.normalizedPath());
        var _ = response.setStatusCode(RequestProblem.UNAVAILABLE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .end(refusal);
    }
}
