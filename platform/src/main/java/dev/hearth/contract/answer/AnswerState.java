package dev.hearth.contract.answer;

import dev.hearth.contract.Contract;
import java.time.Instant;
import java.util.Map;

/**
 * A version of the answer to a question about a named window that is over. It never changes: late data makes the next
 * version. Compacted; key {@code community/window/question/version}, with the question's SHA-256 and six digits.
 *
 * @param window the named window's id
 * @param question path and query, sorted by parameter and value
 * @param version 1 for the first answer, one more for each that differs in its figures
 * @param madeAt when it was answered first
 * @param digest SHA-256 of its figures
 * @param positions by topic and partition, up to which offset events may be counted in it
 * @param body the answer as it was sent: JSON, packed by gzip, in Base64
 */
@Contract(type = "dev.hearth.answer.answer-state.v1", topic = "hearth.answer-state")
public record AnswerState(
        String window,
        String question,
        int version,
        Instant madeAt,
        String digest,
        Map<String, Long> positions,
        String body) {
    public AnswerState {
        positions = Map.copyOf(positions);
    }
}
