package dev.hearth.engagement.kind;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** All kinds of all communities in this replica's memory, schemas compiled: asked for every event. */
@Singleton
public final class KindDirectory {
    private final ConcurrentMap<String, Map<String, DeclaredKind>> declared = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    KindDirectory() {}

    /** The standard kind of that name, or what the community declared under it; null if there is neither. */
    public @Nullable Kind find(String community, String kind) {
        StandardKind standard = StandardKind.find(kind);
        if (standard != null) {
            return standard;
        }
        Map<String, DeclaredKind> own = declared.get(community);
        return own == null ? null : own.get(kind);
    }

    /** Whether everything that was declared at the start is here. */
    public boolean isLoaded() {
        return loaded;
    }

    void put(String community, DeclaredKind kind) {
        declared.computeIfAbsent(community, id -> new ConcurrentHashMap<>()).put(kind.id(), kind);
    }

    void markLoaded() {
        loaded = true;
    }
}
