package dev.hearth.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever fails a request into problem details. An unexpected fault tells nothing but the trace to look up. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        return refusal(refusal);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException fault) {
        return malformed(fault);
    }

    @ServerExceptionMapper
    Response failed(WebApplicationException fault) {
        if (fault.getCause() instanceof JacksonException json) {
            return malformed(json);
        }
        if (fault.getCause() instanceof ProblemException refusal) {
            return refusal(refusal); // made by the type of a parameter
        }
        if (fault instanceof NotFoundException && fault.getCause() != null) {
            return refusal(
                    new ProblemException(RequestProblem.INVALID_PARAMETER, "a parameter has a value of another type"));
        }
        Response original = fault.getResponse();
        RequestProblem type = typeOf(original.getStatus());
        if (type == RequestProblem.INTERNAL) {
            return unexpected(fault);
        }
        return answer(Problem.of(type, fault.getMessage(), List.of()), null);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Throwable fault) {
        Problem problem = Problem.of(
                RequestProblem.UNAUTHENTICATED, "send Authorization: Bearer with a token that is valid now", List.of());
        return Response.fromResponse(answer(problem, null))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException fault) {
        return answer(Problem.of(RequestProblem.FORBIDDEN, "the token does not allow this", List.of()), null);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        if (Outage.isOutage(fault)) {
            LOG.warnf("a part is away, request refused: %s", fault.toString());
            return answer(
                    Problem.of(RequestProblem.UNAVAILABLE, "a part this needs is away; try again", List.of()), RETRY);
        }
        LOG.errorf(fault, "request failed");
        return answer(Problem.of(RequestProblem.INTERNAL, null, List.of()), null);
    }

    private static Response malformed(JacksonException fault) {
        return refusal(MalformedJson.of(fault));
    }

    private static Response refusal(ProblemException refusal) {
        return answer(refusal.problem(), refusal.retryAfter());
    }

    private static RequestProblem typeOf(int status) {
        return switch (status) {
            case 400 -> RequestProblem.MALFORMED_BODY;
            case 401 -> RequestProblem.UNAUTHENTICATED;
            case 403 -> RequestProblem.FORBIDDEN;
            case 404 -> RequestProblem.NOT_FOUND;
            case 405 -> RequestProblem.METHOD_NOT_ALLOWED;
            case 406 -> RequestProblem.NOT_ACCEPTABLE;
            case 409 -> RequestProblem.CONFLICT;
            case 412 -> RequestProblem.PRECONDITION_FAILED;
            case 413 -> RequestProblem.BODY_TOO_LARGE;
            case 415 -> RequestProblem.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RequestProblem.TOO_MANY_REQUESTS;
            case 503 -> RequestProblem.UNAVAILABLE;
            default -> RequestProblem.INTERNAL;
        };
    }

    private static Response answer(Problem problem, @Nullable Duration retryAfter) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.traced(traceId()));
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        }
        return answer.build();
    }

    private static @Nullable String traceId() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }
}
