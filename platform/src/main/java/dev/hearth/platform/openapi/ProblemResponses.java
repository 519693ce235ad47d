package dev.hearth.platform.openapi;

import static dev.hearth.platform.problem.RequestProblem.BODY_TOO_LARGE;
import static dev.hearth.platform.problem.RequestProblem.CONFLICT;
import static dev.hearth.platform.problem.RequestProblem.FORBIDDEN;
import static dev.hearth.platform.problem.RequestProblem.INVALID_FIELD;
import static dev.hearth.platform.problem.RequestProblem.INVALID_PARAMETER;
import static dev.hearth.platform.problem.RequestProblem.MALFORMED_BODY;
import static dev.hearth.platform.problem.RequestProblem.NOT_ACCEPTABLE;
import static dev.hearth.platform.problem.RequestProblem.NOT_FOUND;
import static dev.hearth.platform.problem.RequestProblem.PRECONDITION_FAILED;
import static dev.hearth.platform.problem.RequestProblem.PRECONDITION_REQUIRED;
import static dev.hearth.platform.problem.RequestProblem.UNAUTHENTICATED;
import static dev.hearth.platform.problem.RequestProblem.UNAVAILABLE;
import static dev.hearth.platform.problem.RequestProblem.UNSUPPORTED_MEDIA_TYPE;

import dev.hearth.platform.idempotency.KeyedRequest;
import dev.hearth.platform.problem.Problem;
import dev.hearth.platform.problem.RequestProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The refusals that an operation can answer because of its form; what it describes itself stays as it is. */
final class ProblemResponses {
    private ProblemResponses() {}

    static void add(Operation operation, List<Parameter> parameters) {
        APIResponses responses =
                Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        for (RequestProblem problem : problemsOf(operation, parameters)) {
            String status = Integer.toString(problem.status());
            if (responses.getAPIResponse(status) == null) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(problem.title()));
            }
        }
        responses.getAPIResponses().forEach(ProblemResponses::complete);
        operation.setResponses(responses);
    }

    private static List<RequestProblem> problemsOf(Operation operation, List<Parameter> parameters) {
        List<RequestProblem> problems =
                new ArrayList<>(List.of(UNAUTHENTICATED, FORBIDDEN, NOT_ACCEPTABLE, UNAVAILABLE));
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            problems.add(NOT_FOUND);
        }
        if (operation.getRequestBody() == null) {
            problems.add(INVALID_PARAMETER);
        } else {
            problems.addAll(List.of(MALFORMED_BODY, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_FIELD));
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equalsIgnoreCase(parameter.getName()))) {
            problems.addAll(List.of(PRECONDITION_FAILED, PRECONDITION_REQUIRED));
        }
        if (parameters.stream().anyMatch(parameter -> KeyedRequest.HEADER.equalsIgnoreCase(parameter.getName()))) {
            problems.addAll(List.of(INVALID_PARAMETER, INVALID_FIELD, CONFLICT));
        }
        return problems;
    }

    private static void complete(String status, APIResponse response) {
        if (!status.matches("[45]\\d\\d")) {
            return;
        }
        if (response.getContent() == null) {
            response.setContent(problemContent());
        }
        if (status.equals("429") || status.equals("503")) {
            response.addHeader("Retry-After", retryAfter());
        }
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ProblemCatalogue.SCHEMA)));
    }

    private static Header retryAfter() {
        return OASFactory.createHeader()
                .description("when to try again, in seconds")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
    }
}
