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
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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

    /** For so long an answer waits to be kept. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What changes though the figures do not. */
    private static final List<String> PASSING = List.of("asOf", "dataFrom", "dataTo");

    private final Editions editions;
    private final EditionStates states;
    private final ActivityProjection projection;
    private final ObjectMapper json;
    private final Clock clock;

    Keeping(Editions editions, EditionStates states, ActivityProjection projection, ObjectMapper json, Clock clock) {
        this.editions = editions;
        this.states = states;
        this.projection = projection;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps the answer if its window is over and no data is being caught up with.
     *
     * @param body the answer as it is sent
     * @return the version that has its figures, which store and topic both have; empty if it is not kept, also when one
     *     of them is away: a figure is read from memory and does not wait for them long
     */
    Uni<Optional<Integer>> keep(Question question, FiguresView<?> view, byte[] body) {
        if (!states.isReady() || !isOver(view) || view.asOf().catchingUp() || body.length > MAX_BYTES) {
            return Uni.createFrom().item(Optional.empty());
        }
        String digest = digest(view);
        return editions.latest(question)
                .flatMap(latest -> version(question, latest, digest, body))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("an answer is not kept: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** The bytes of a version; fails with 404 if it was not kept. */
    Uni<byte[]> recall(Question question, int version) {
        String id = Edition.id(question, version);
        return editions.body(id).map(found -> found.orElseThrow(() -> isLost(id) ? lost() : unknown(version)));
    }

    Uni<Page<Edition>> page(String community, String window, Paging paging) {
        int limit = paging.limit();
        return editions.page(Question.ofWindow(community, window), paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, Edition::id));
    }

    private Uni<Optional<Integer>> version(Question question, Optional<Edition> latest, String digest, byte[] body) {
        int before = latest.map(Edition::version).orElse(0);
        if (isLost(Edition.id(question, before + 1))) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (latest.isPresent() && latest.get().digest().equals(digest)) {
            return told(latest.get());
        }
        KeptAnswer next = KeptAnswer.of(edition(question, before + 1, digest), body);
        return next.edition().version() > MAX_VERSIONS || !next.fits()
                ? Uni.createFrom().item(Optional.empty())
                : editions.add(next)
                        .flatMap(added -> added ? tell(next) : Uni.createFrom().item(Optional.empty()));
    }

    /** The version, once the topic has it too: one that somebody was told of is never lost. */
    private Uni<Optional<Integer>> told(Edition kept) {
        return states.has(kept.id())
                ? Uni.createFrom().item(Optional.of(kept.version()))
                : editions.find(kept.id())
                        .flatMap(found -> found.map(this::tell)
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Integer>> tell(KeptAnswer answer) {
        return states.tell(answer).replaceWith(Optional.of(answer.edition().version()));
    }

    /** What the topic has, looked for because the store does not. */
    private boolean isLost(String id) {
        return !states.isReady() || states.has(id);
    }

    private static ProblemException lost() {
        return new ProblemException(
                RequestProblem.UNAVAILABLE,
                "the answers that were kept are being brought back; try again",
                List.of(),
                Duration.ofSeconds(5));
    }

    private static ProblemException unknown(int version) {
        return new ProblemException(
                AnswerProblem.UNKNOWN_VERSION,
                FieldError.parameter(
                        "asOfVersion",
                        "is " + version + ", which is not kept for this question; ask without it, or list the window's"
                                + " answers"));
    }

    private Edition edition(Question question, int version, String digest) {
        return new Edition(
                Edition.id(question, version),
                question.text(),
                version,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                digest,
                positions());
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
