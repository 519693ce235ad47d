package dev.hearth.analytics.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.projection.ActivityProjection;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps answers for named windows that are over: the first is version 1, and each that differs from the last in its
 * figures is the next one. A version never changes.
 */
@ApplicationScoped
class Keeping {
    private static final Logger LOG = Logger.getLogger(Keeping.class);

    /** Versions of one question; when there are so many, no more are kept. */
    private static final int MAX_VERSIONS = 1000;

    /** Longer answers are not kept; MongoDB takes no document of 16 MiB. */
    private static final int MAX_BYTES = 8 << 20;

    /** What changes though the figures do not. */
    private static final List<String> PASSING = List.of("asOf", "dataFrom", "dataTo");

    private final Editions editions;
    private final ActivityProjection projection;
    private final ObjectMapper json;
    private final Clock clock;

    Keeping(Editions editions, ActivityProjection projection, ObjectMapper json, Clock clock) {
        this.editions = editions;
        this.projection = projection;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps the answer if its window is over and no data is being caught up with.
     *
     * @param body the answer as it is sent
     * @return the version that has its figures; empty if it is not kept, also when the store is away: a figure is read
     *     from memory and does not wait for it
     */
    Uni<Optional<Integer>> keep(Question question, FiguresView<?> view, byte[] body) {
        if (!isOver(view) || view.asOf().catchingUp() || body.length > MAX_BYTES) {
            return Uni.createFrom().item(Optional.empty());
        }
        String digest = digest(view);
        return editions.latest(question)
                .flatMap(latest -> version(question, latest, digest, body))
                .onFailure()
                .invoke(failure -> LOG.warnf("an answer is not kept: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** The bytes of a version; fails with 404 if it was not kept. */
    Uni<byte[]> recall(Question question, int version) {
        return editions.body(Edition.id(question, version))
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        AnswerProblem.UNKNOWN_VERSION,
                        FieldError.parameter(
                                "asOfVersion",
                                "is " + version + ", which is not kept for this question; ask without it, or list the"
                                        + " window's answers"))));
    }

    Uni<Page<Edition>> page(String community, String window, Paging paging) {
        int limit = paging.limit();
        return editions.page(Question.ofWindow(community, window), paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, Edition::id));
    }

    private Uni<Optional<Integer>> version(Question question, Optional<Edition> latest, String digest, byte[] body) {
        if (latest.isPresent() && latest.get().digest().equals(digest)) {
            return Uni.createFrom().item(Optional.of(latest.get().version()));
        }
        int version = latest.map(Edition::version).orElse(0) + 1;
        if (version > MAX_VERSIONS) {
            return Uni.createFrom().item(Optional.empty());
        }
        Edition next = new Edition(
                Edition.id(question, version),
                question.text(),
                version,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                digest,
                positions());
        return editions.add(next, body).map(added -> added ? Optional.of(version) : Optional.empty());
    }

    private boolean isOver(FiguresView<?> view) {
        LocalDate to = view.to();
        return to != null && to.isBefore(LocalDate.now(clock.withZone(ZoneId.of(view.zone()))));
    }

    private String digest(FiguresView<?> view) {
        ObjectNode figures = json.valueToTree(view);
        figures.remove(PASSING);
        try {
            return Digests.of(json.writeValueAsBytes(figures));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private Map<String, Long> positions() {
        return projection.positions().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
    }
}
