package dev.hearth.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.SuiteClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts a batch until the fate of each of its events is known.
 *
 * <p>Whatever is sent again carries the same ids, so an event that arrived although its answer was lost counts once.
 */
public final class Posting {
    /** How often the events that a 202 left out for the moment are sent again. */
    private static final int TRIES = 60;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SuiteClient client;
    private final URI address;
    private final Tally tally;

    public Posting(SuiteClient client, URI address, Tally tally) {
        this.client = client;
        this.address = address;
        this.tally = tally;
    }

    void post(Batch batch) {
        tally.sent(batch.size());
        Batch open = batch;
        for (int tries = 1; !open.isEmpty(); tries++) {
            Answer answer = client.post(address, open.body());
            if (!answer.succeeded() && !answer.body().has("refused")) {
                throw answer.unexpected("POST " + address);
            }
            open = settle(open, answer, tries == TRIES);
            if (!open.isEmpty()) {
                pause(answer.retryAfter());
            }
        }
    }

    /** Counts what is decided and gives back what may be sent again. */
    private Batch settle(Batch batch, Answer answer, boolean last) {
        List<Integer> again = new ArrayList<>();
        JsonNode refused = answer.body().path("refused");
        for (JsonNode refusal : refused) {
            int place = refusal.path("index").asInt(-1);
            JsonNode problem = refusal.path("problem");
            if (!last && isTemporary(problem.path("status").asInt())) {
                again.add(place);
            } else {
                tally.refused(batch.row(place), reason(problem));
            }
        }
        tally.accepted(batch.size() - refused.size());
        return batch.only(again);
    }

    private static boolean isTemporary(int status) {
        return status == 429 || status == 503;
    }

    private static String reason(JsonNode problem) {
        String type = problem.path("type").asText("no reason given");
        String detail = problem.path("detail").asText("");
        return detail.isEmpty() ? type : type + " (" + detail + ")";
    }

    private static void pause(Optional<Duration> asked) {
        try {
            Thread.sleep(asked.filter(pause -> pause.compareTo(PAUSE) < 0).orElse(PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while posting", e);
        }
    }
}
