package dev.hearth.analytics.churn;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was told, as this replica knows it: read once, then followed by what it changes itself. Where another replica
 * was first, the document says so when it is to be replaced, and is read again; so a round reads only what changes.
 */
@ApplicationScoped
class KnownRisks {
    private final RiskDocuments documents;
    private final Map<String, KeptRisk> known = new ConcurrentHashMap<>();
    private volatile boolean isRead;

    KnownRisks(RiskDocuments documents) {
        this.documents = documents;
    }

    Uni<Void> read() {
        return isRead
                ? Uni.createFrom().voidItem()
                : documents
                        .all()
                        .invoke(this::remember)
                        .collect()
                        .last()
                        .invoke(last -> isRead = true)
                        .replaceWithVoid();
    }

    KeptRisk of(String community, String member) {
        return known.getOrDefault(KeptRisk.id(community, member), KeptRisk.none(community, member));
    }

    /** Decided on and perhaps not sent, at most so many. */
    List<KeptRisk> untold(int most) {
        return known.values().stream()
                .filter(each -> each.untold() != null)
                .limit(most)
                .toList();
    }

    /** False if another replica was first. */
    Uni<Boolean> replace(KeptRisk after) {
        return documents.replace(after).flatMap(isOurs -> {
            if (isOurs) {
                remember(after);
                return Uni.createFrom().item(true);
            }
            return documents
                    .find(after)
                    .invoke(found -> found.ifPresentOrElse(this::remember, () -> known.remove(after.id())))
                    .replaceWith(false);
        });
    }

    private void remember(KeptRisk kept) {
        known.put(kept.id(), kept);
    }
}
