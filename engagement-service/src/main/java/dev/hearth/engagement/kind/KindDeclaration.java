package dev.hearth.engagement.kind;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Communities declare kinds of their own and look at what there is. */
@ApplicationScoped
class KindDeclaration {
    private final EventKinds kinds;
    private final KindEvents events;
    private final KindConfig config;
    private final Clock clock;

    KindDeclaration(EventKinds kinds, KindEvents events, KindConfig config, Clock clock) {
        this.kinds = kinds;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Declares a kind, or changes it; the same again changes nothing. Its state is told each time, so that who does not
     * know of the kind yet does after the same again.
     */
    @WithTransaction
    Uni<Put<KindView>> declare(KindKey key, DeclareKind declared, IfMatch ifMatch) {
        if (StandardKind.find(key.kind()) != null) {
            throw new ProblemException(
                    KindProblem.STANDARD_KIND,
                    FieldError.path("kind", "is the standard kind " + key.kind() + "; use it, or choose another name"));
        }
        // the revision first: its lock lets one declaration at a time go on, so that no two create the same kind
        return kinds.nextRevision()
                .flatMap(
                        revision -> kinds.findKind(key).flatMap(found -> put(found, key, declared, ifMatch, revision)));
    }

    @WithSession
    Uni<KindView> get(KindKey key) {
        StandardKind standard = StandardKind.find(key.kind());
        if (standard != null) {
            return Uni.createFrom().item(KindView.of(standard));
        }
        return kinds.findKind(key)
                .map(found -> found.map(KindView::of)
                        .orElseThrow(() -> new ProblemException(
                                RequestProblem.NOT_FOUND, "kind " + key.kind() + " is not declared; put it first")));
    }

    /** Standard and declared kinds by name, one more than a page has. */
    @WithSession
    Uni<List<KindView>> page(String community, String after, int limit) {
        return kinds.page(community, after, limit)
                .map(declared -> Stream.concat(
                                StandardKind.all()
                                        .filter(kind -> kind.id().compareTo(after) > 0)
                                        .map(KindView::of),
                                declared.stream().map(KindView::of))
                        .sorted(Comparator.comparing(KindView::kind))
                        .limit(limit)
                        .toList());
    }

    private Uni<Put<KindView>> put(
            Optional<EventKind> found, KindKey key, DeclareKind declared, IfMatch ifMatch, long revision) {
        if (found.isEmpty()) {
            return create(key, declared, revision);
        }
        EventKind kind = found.get();
        if (!kind.is(declared)) {
            ifMatch.require(kind.version());
            kind.change(declared, revision, clock.instant());
        }
        return events.tell(key.community(), kind).replaceWith(() -> new Put.Existing<>(KindView.of(kind)));
    }

    private Uni<Put<KindView>> create(KindKey key, DeclareKind declared, long revision) {
        return kinds.countOf(key.community()).flatMap(count -> {
            if (count >= config.maxOfCommunity()) {
                throw new ProblemException(
                        KindProblem.TOO_MANY_KINDS, "a community may declare " + config.maxOfCommunity() + " kinds");
            }
            return kinds.add(new EventKind(key, declared, revision, clock.instant()))
                    .call(added -> events.tell(key.community(), added))
                    .map(added -> new Put.Created<>(KindView.of(added)));
        });
    }
}
