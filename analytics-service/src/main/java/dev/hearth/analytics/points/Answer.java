package dev.hearth.analytics.points;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What incentive-service said. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
record Answer(int status, byte[] body) {
    private static final int LONGEST_DETAIL = 500;
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** An answer that is none. */
    static final class Senseless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Senseless(String message) {
            super(message, null, false, false);
        }
    }

    /** What was asked for, or a problem of ours that says the same as theirs. */
    <T> T read(ObjectMapper json, TypeReference<T> type) {
        return switch (status) {
            case 200 -> parsed(json, type);
            case 400 -> throw new ProblemException(RequestProblem.INVALID_PARAMETER, detail(json));
            case 401 ->
                throw new ProblemException(
                        PointsProblem.INCENTIVES_MISTRUST,
                        "it must trust the same issuer and key as analytics-service does");
            case 403 -> throw new ProblemException(RequestProblem.FORBIDDEN, detail(json));
            case 404 -> throw new ProblemException(RequestProblem.NOT_FOUND, detail(json));
            case 429, 503 -> throw away("it is there, and refuses for now; try again");
            case 504 ->
                throw new ProblemException(
                        PointsProblem.INCENTIVES_SLOW, "something it needs does not answer; try again");
            default -> throw new Senseless("has the status " + status);
        };
    }

    static ProblemException away(String detail) {
        return new ProblemException(PointsProblem.INCENTIVES_AWAY, detail, List.of(), RETRY);
    }

    private <T> T parsed(ObjectMapper json, TypeReference<T> type) {
        try {
            T read = json.readValue(body, type);
            if (read == null) {
                throw new Senseless("is null");
            }
            return read;
        } catch (IOException e) {
            throw new Senseless("is not what was asked for");
        }
    }

    /** Only a problem document counts: anybody else's 404 says nothing of a member or an entry. */
    private String detail(ObjectMapper json) {
        JsonNode problem = tree(json);
        if (!problem.path("type").asText().startsWith("/problems/")) {
            throw new Senseless("has the status " + status + " and is no problem of its own");
        }
        String detail = problem.path("detail").asText(problem.path("title").asText());
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
    }

    private JsonNode tree(ObjectMapper json) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new Senseless("has the status " + status + " and is not JSON");
        }
    }
}
