package dev.hearth.incentive.coupon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.List;
import java.util.stream.IntStream;

/** Codes as NDJSON: a line {@code {"code": "…"}} for each. */
final class CodeLines {
    static final String EXAMPLE = """
            {"code": "TEA-8D4N-YB6F"}
            {"code": "TEA-Q2VJ-5MTG"}
            """;

    private CodeLines() {}

    private record Line(String code) {}

    /** Fails with a problem that names the line, from 0. */
    static AddCodes read(String body, ObjectMapper mapper) {
        List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
        return new AddCodes(
                IntStream.range(0, lines.size())
                        .mapToObj(index -> code(lines.get(index), index, mapper))
                        .toList(),
                null);
    }

    private static String code(String line, int index, ObjectMapper mapper) {
        try {
            Line read = mapper.readValue(line, Line.class);
            if (read != null && read.code() != null) {
                return read.code();
            }
        } catch (JsonProcessingException e) {
            throw refused(index);
        }
        throw refused(index);
    }

    private static ProblemException refused(int index) {
        return new ProblemException(
                RequestProblem.MALFORMED_BODY,
                new FieldError("/" + index, "must be a line such as {\"code\": \"TEA-8D4N-YB6F\"}"));
    }
}
