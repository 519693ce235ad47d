package dev.hearth.analytics.setting;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The settings of all kinds in this replica's memory: a change here at once, one elsewhere within a second. */
@ApplicationScoped
public class AllSettings {
    private static final Logger LOG = Logger.getLogger(AllSettings.class);

    private final SettingDocuments documents;
    private final SettingStates states;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;
    private final AtomicLong readings = new AtomicLong();
    private final ConcurrentMap<String, Reading> latest = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    AllSettings(
            SettingDocuments documents, SettingStates states, ObjectMapper json, CurrentCaller caller, Clock clock) {
        this.documents = documents;
        this.states = states;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The settings of one kind: call it once, in a bean's constructor.
     *
     * @param kind a name for ever, in kebab case: {@code target-audience}
     * @param type what a document says; it is written by Jackson, so a component that was added later may be null
     */
    public <T extends Record> Settings<T> of(String kind, Class<T> type) {
        return new Settings<>(this, json, kind, type);
    }

    /** What one community has put of one kind, by id; fails with 503 until the settings have been read once. */
    NavigableMap<String, KeptSetting> of(String kind, String community) {
        if (!loaded) {
            throw new ProblemException(
                    RequestProblem.UNAVAILABLE,
                    "the settings are being loaded; try again",
                    List.of(),
                    Duration.ofSeconds(1));
        }
        Reading reading = latest.get(kind);
        return reading == null ? new TreeMap<>() : reading.of(community);
    }

    boolean isLoaded() {
        return loaded;
    }

    /**
     * Reads the kinds that were changed since they were read here; all of them if {@code everything}, after store and
     * topic were brought to say the same. The first time it is everything, once the topic has been read.
     */
    Uni<Void> refresh(boolean everything) {
        boolean all = everything || !loaded;
        if (all && !states.isReady()) {
            return Uni.createFrom().voidItem();
        }
        return (all ? reconcile() : Uni.createFrom().item(Set.<String>of()))
                .flatMap(kinds -> documents.revisions().invoke(now -> kinds.forEach(kind -> now.putIfAbsent(kind, ""))))
                .onItem()
                .transformToMulti(now -> Multi.createFrom().iterable(now.entrySet()))
                .filter(kind -> all || !kind.getValue().equals(seen.get(kind.getKey())))
                .onItem()
                .transformToUniAndConcatenate(
                        kind -> read(kind.getKey()).invoke(() -> seen.put(kind.getKey(), kind.getValue())))
                .collect()
                .last()
                .invoke(() -> loaded = true)
                .replaceWithVoid();
    }

    /** Answers which kinds there are. */
    private Uni<Set<String>> reconcile() {
        return documents
                .all()
                .map(stored -> Reconciliation.of(stored, states.all(), clock.instant()))
                .call(found -> Multi.createFrom()
                        .iterable(found.lost())
                        .onItem()
                        .transformToUniAndConcatenate(this::restore)
                        .collect()
                        .last()
                        .chain(() -> tell(found.untold()))
                        .chain(() -> forget(found.settled())))
                .map(Reconciliation::kinds);
    }

    private Uni<KeptSetting> restore(Reconciliation.Loss loss) {
        LOG.warnf("setting restored from the topic: %s", loss.told().key().text());
        return documents
                .write(loss.stored(), loss.told())
                .onFailure(ProblemException.class)
                // Somebody else has restored or changed it.
                .recoverWithItem(loss.told());
    }

    /** What cannot be told now is told when everything is read again. */
    private Uni<Void> tell(List<KeptSetting> settings) {
        return states.tell(settings)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%d settings are not on the topic yet, and will be told later: %s", settings.size(), failure))
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> forget(List<KeptSetting> settled) {
        return Multi.createFrom()
                .iterable(settled)
                .onItem()
                .transformToUniAndConcatenate(documents::forget)
                .collect()
                .last();
    }

    Uni<Put<KeptSetting>> put(KeptSetting.Key key, String said, IfMatch ifMatch) {
        return documents
                .find(key)
                .flatMap(stored -> Reconciliation.newer(stored, states.find(key))
                        .filter(before -> !before.isTakenAway())
                        .map(before -> change(stored, before, said, ifMatch))
                        .orElseGet(() -> add(key, stored, said, ifMatch)))
                .call(() -> read(key.kind()));
    }

    Uni<Void> remove(KeptSetting.Key key, IfMatch ifMatch) {
        return documents
                .find(key)
                .flatMap(stored -> {
                    KeptSetting before = Reconciliation.newer(stored, states.find(key))
                            .filter(each -> !each.isTakenAway())
                            .orElseThrow(() -> Settings.unknown(key.kind(), key.id()));
                    ifMatch.require(before.version());
                    return write(stored, key, before.version(), null);
                })
                .chain(() -> read(key.kind()));
    }

    private Uni<Put<KeptSetting>> add(
            KeptSetting.Key key, Optional<KeptSetting> takenAway, String said, IfMatch ifMatch) {
        ifMatch.allow(0);
        if (of(key.kind(), key.community()).size() >= Settings.MAX) {
            throw new ProblemException(
                    SettingProblem.TOO_MANY_SETTINGS, "there are " + Settings.MAX + " already; delete some first");
        }
        return write(takenAway, key, takenAway.map(KeptSetting::version).orElse(0L), said)
                .map(Put.Created::new);
    }

    private Uni<Put<KeptSetting>> change(
            Optional<KeptSetting> stored, KeptSetting before, String said, IfMatch ifMatch) {
        if (said.equals(before.json())) {
            return Uni.createFrom().item(new Put.Existing<>(before));
        }
        ifMatch.require(before.version());
        return write(stored, before.key(), before.version(), said).map(Put.Existing::new);
    }

    /** Stores what is said; the topic is told beside it, and again if it does not hear. */
    private Uni<KeptSetting> write(
            Optional<KeptSetting> stored, KeptSetting.Key key, long versionBefore, @Nullable String said) {
        return documents
                .write(stored, new KeptSetting(key, versionBefore + 1, now(), subject(), said))
                .invoke(written -> tell(List.of(written)).subscribe().with(told -> {}));
    }

    /** Of two readings at a time, the one that began later is kept: it has whatever the other has. */
    private Uni<Void> read(String kind) {
        return Uni.createFrom().deferred(() -> {
            long order = readings.incrementAndGet();
            return documents
                    .all(kind)
                    .invoke(found -> latest.merge(
                            kind, Reading.of(order, found), (had, now) -> now.order > had.order ? now : had))
                    .replaceWithVoid();
        });
    }

    private String subject() {
        return caller.get().subject();
    }

    /** As exact as MongoDB keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private record Reading(long order, Map<String, NavigableMap<String, KeptSetting>> byCommunity) {
        static Reading of(long order, List<KeptSetting> found) {
            Map<String, NavigableMap<String, KeptSetting>> byCommunity = new HashMap<>();
            found.stream()
                    .filter(each -> !each.isTakenAway())
                    .forEach(each -> byCommunity
                            .computeIfAbsent(each.key().community(), community -> new TreeMap<>())
                            .put(each.key().id(), each));
            return new Reading(order, byCommunity);
        }

        NavigableMap<String, KeptSetting> of(String community) {
            return Objects.requireNonNullElseGet(byCommunity.get(community), TreeMap::new);
        }
    }
}
