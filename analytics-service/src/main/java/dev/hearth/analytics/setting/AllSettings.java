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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The settings of all kinds in this replica's memory: a change here at once, one elsewhere within a second. */
@ApplicationScoped
public class AllSettings {
    private final SettingDocuments documents;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;
    private final AtomicLong readings = new AtomicLong();
    private final ConcurrentMap<String, Reading> latest = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    AllSettings(SettingDocuments documents, ObjectMapper json, CurrentCaller caller, Clock clock) {
        this.documents = documents;
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

    /** Reads the kinds that were changed since they were read here; all of them if {@code everything}. */
    Uni<Void> refresh(boolean everything) {
        return documents
                .revisions()
                .onItem()
                .transformToMulti(now -> Multi.createFrom().iterable(now.entrySet()))
                .filter(kind -> everything || !kind.getValue().equals(seen.get(kind.getKey())))
                .onItem()
                .transformToUniAndConcatenate(
                        kind -> read(kind.getKey()).invoke(() -> seen.put(kind.getKey(), kind.getValue())))
                .collect()
                .last()
                .invoke(() -> loaded = true)
                .replaceWithVoid();
    }

    Uni<Put<KeptSetting>> put(KeptSetting.Key key, String said, IfMatch ifMatch) {
        return documents
                .find(key)
                .flatMap(found ->
                        found.map(before -> change(before, said, ifMatch)).orElseGet(() -> add(key, said, ifMatch)))
                .call(() -> read(key.kind()));
    }

    Uni<Void> remove(KeptSetting.Key key, IfMatch ifMatch) {
        return documents
                .find(key)
                .flatMap(found -> {
                    KeptSetting before = found.orElseThrow(() -> Settings.unknown(key.kind(), key.id()));
                    ifMatch.require(before.version());
                    return documents.remove(before);
                })
                .chain(() -> read(key.kind()));
    }

    private Uni<Put<KeptSetting>> add(KeptSetting.Key key, String said, IfMatch ifMatch) {
        ifMatch.allow(0);
        if (of(key.kind(), key.community()).size() >= Settings.MAX) {
            throw new ProblemException(
                    SettingProblem.TOO_MANY_SETTINGS, "there are " + Settings.MAX + " already; delete some first");
        }
        return documents.add(new KeptSetting(key, 1, now(), subject(), said)).map(Put.Created::new);
    }

    private Uni<Put<KeptSetting>> change(KeptSetting before, String said, IfMatch ifMatch) {
        if (before.json().equals(said)) {
            return Uni.createFrom().item(new Put.Existing<>(before));
        }
        ifMatch.require(before.version());
        return documents
                .replace(before, new KeptSetting(before.key(), before.version() + 1, now(), subject(), said))
                .map(Put.Existing::new);
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
            found.forEach(each -> byCommunity
                    .computeIfAbsent(each.key().community(), community -> new TreeMap<>())
                    .put(each.key().id(), each));
            return new Reading(order, byCommunity);
        }

        NavigableMap<String, KeptSetting> of(String community) {
            return Objects.requireNonNullElseGet(byCommunity.get(community), TreeMap::new);
        }
    }
}
