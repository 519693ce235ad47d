package dev.hearth.analytics.answer;

import dev.hearth.analytics.export.ExportFormat;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Takes note of who asks for another form than JSON before the request is matched with an operation: operations make
 * JSON, and the form is made of what they answer.
 */
@ApplicationScoped
class ExportRequests {
    private static final int EARLY = 200;
    private static final String FORMAT = ExportRequests.class.getName();

    void register(@Observes Filters filters) {
        filters.register(ExportRequests::note, EARLY);
    }

    /** The form that the request asks for; empty for JSON. */
    static Optional<ExportFormat> formatOf(RoutingContext request) {
        return Optional.ofNullable(request.<ExportFormat>get(FORMAT));
    }

    private static void note(RoutingContext request) {
        if (request.request().method().equals(HttpMethod.GET)
                && request.normalizedPath().startsWith("/communities/")) {
            formatAsked(request).ifPresent(format -> {
                request.put(FORMAT, format);
                request.request().headers().set(HttpHeaders.ACCEPT, "application/json, application/problem+json");
            });
        }
        request.next();
    }

    private static Optional<ExportFormat> formatAsked(RoutingContext request) {
        String word = request.request().getParam("format");
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return word != null
                ? ExportFormat.ofWord(word)
                : Optional.ofNullable(accept).flatMap(ExportFormat::ofAccept);
    }
}
