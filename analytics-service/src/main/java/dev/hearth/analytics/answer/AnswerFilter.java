package dev.hearth.analytics.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.export.Export;
import dev.hearth.analytics.export.ExportFormat;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.window.NamedWindows;
import dev.hearth.platform.problem.QueryParameter;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What any figure's answer goes through: beside its baseline if asked for, kept if it is for a named window, and in the
 * form that the caller wants. No figure knows of it.
 */
class AnswerFilter {
    static final String VERSION = "As-Of-Version";
    private static final String AS_OF = "As-Of";
    private static final String AS_OF_LAG = "As-Of-Lag";

    private final NamedWindows windows;
    private final Comparison comparison;
    private final Keeping keeping;
    private final ObjectMapper json;
    private final CurrentVertxRequest current;

    AnswerFilter(
            NamedWindows windows,
            Comparison comparison,
            Keeping keeping,
            ObjectMapper json,
            CurrentVertxRequest current) {
        this.windows = windows;
        this.comparison = comparison;
        this.keeping = keeping;
        this.json = json;
        this.current = current;
    }

    /** Answers with a kept version where one is asked for; comes after admission, as the operation itself would. */
    @ServerRequestFilter(priority = Priorities.USER + 200)
    public Uni<Response> recall(ContainerRequestContext request) {
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        requireFormat(query.getFirst("format"));
        Integer version = QueryParameter.integer("asOfVersion", query.getFirst("asOfVersion"));
        if (version == null) {
            // RESTEasy takes nothing for "go on".
            return Uni.createFrom().nullItem();
        }
        Question question = question(request.getUriInfo())
                .orElseThrow(() -> QueryParameter.refused("asOfVersion", "needs the window that the answer was for"));
        return keeping.recall(question, version)
                .map(body -> ExportRequests.formatOf(current.getCurrent())
                        .map(format -> exported(format, body))
                        .orElseGet(() -> Response.ok(body, MediaType.APPLICATION_JSON_TYPE))
                        .header(VERSION, version)
                        .build());
    }

    @ServerResponseFilter
    public Uni<Void> complete(ResteasyReactiveContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity == null || response.getStatus() != Response.Status.OK.getStatusCode()) {
            return Uni.createFrom().voidItem();
        }
        return entity instanceof FiguresView<?> view
                ? compared(view, request)
                        .call(answer -> keep(answer, request.getUriInfo(), response))
                        .invoke(answer -> shape(answer, request.getUriInfo(), response))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem().invoke(() -> shape(entity, request.getUriInfo(), response));
    }

    private Uni<FiguresView<?>> compared(FiguresView<?> view, ResteasyReactiveContainerRequestContext request) {
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        String window = query.getFirst("namedWindow");
        if (window == null || !Boolean.parseBoolean(query.getFirst("baseline"))) {
            return Uni.createFrom().item(view);
        }
        DaySpan days = windows.baseline(view.community(), window);
        return Repetition.over(days, request).map(baseline -> comparison.of(view, baseline, days));
    }

    /** What is sent is what is kept, to the byte. */
    private Uni<Optional<Integer>> keep(FiguresView<?> view, UriInfo asked, ContainerResponseContext response) {
        return question(asked)
                .map(question -> {
                    byte[] body = written(view);
                    response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
                    return keeping.keep(question, view, body)
                            .invoke(kept -> kept.ifPresent(
                                    version -> response.getHeaders().putSingle(VERSION, version)));
                })
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private void shape(Object answer, UriInfo asked, ContainerResponseContext response) {
        ExportRequests.formatOf(current.getCurrent())
                .ifPresent(format ->
                        Listed.items(answer).ifPresent(items -> export(format, answer, items, asked, response)));
    }

    private void export(
            ExportFormat format, Object answer, List<?> items, UriInfo asked, ContainerResponseContext response) {
        response.setEntity(lines(format, items), new Annotation[0], MediaType.valueOf(format.contentType()));
        if (answer instanceof FiguresView<?> view) {
            response.getHeaders().putSingle(AS_OF, view.asOf().measuredAt());
            response.getHeaders().putSingle(AS_OF_LAG, view.asOf().lag());
        }
        Listed.next(answer)
                .ifPresent(next -> response.getHeaders()
                        .putSingle(
                                HttpHeaders.LINK,
                                "<"
                                        + asked.getRequestUriBuilder()
                                                .replaceQueryParam("cursor", next)
                                                .build() + ">; rel=\"next\""));
    }

    private StreamingOutput lines(ExportFormat format, List<?> items) {
        return out -> new Export(json, items).write(format, out);
    }

    /** The items of an answer as it was kept. */
    private Response.ResponseBuilder exported(ExportFormat format, byte[] kept) {
        JsonNode answer = read(kept);
        return Response.ok(lines(format, answer.path("items").valueStream().toList()), format.contentType())
                .header(AS_OF, answer.at("/asOf/measuredAt").textValue())
                .header(AS_OF_LAG, answer.at("/asOf/lag").asText());
    }

    private JsonNode read(byte[] kept) {
        try {
            return json.readTree(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept answer cannot be read", e);
        }
    }

    private static Optional<Question> question(UriInfo asked) {
        String community = asked.getPathParameters().getFirst("community");
        String window = asked.getQueryParameters().getFirst("namedWindow");
        return community == null || window == null
                ? Optional.empty()
                : Optional.of(Question.of(asked.getPath(), community, window, asked.getQueryParameters()));
    }

    private static void requireFormat(@Nullable String format) {
        if (format != null
                && !format.equals("json")
                && ExportFormat.ofWord(format).isEmpty()) {
            throw QueryParameter.refused("format", "must be one of json, " + ExportFormat.words());
        }
    }

    private byte[] written(Object answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
