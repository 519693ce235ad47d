package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.PartitionActivity;
import java.util.List;

/**
 * What was read of a chain while one instance owned it. Under one owner a chain only grows, so the owner and the
 * positions say what is here.
 *
 * @param chain which; its text, empty for none
 * @param owner whose it was
 * @param activity what was read
 */
record Copy(String chain, String owner, PartitionActivity activity) {
    static final Copy NONE = new Copy("", "", new PartitionActivity());

    static Copy of(Chain chain) {
        return new Copy(chain.id().text(), chain.owner(), new PartitionActivity());
    }

    boolean isOf(Chain stored) {
        return isOf(stored.id(), stored.owner());
    }

    boolean isOf(ChainId id, String ownedBy) {
        return chain.equals(id.text()) && owner.equals(ownedBy);
    }

    /** Segments that are not here yet. */
    List<Segment> unread(Chain stored) {
        return stored.segments().stream()
                .filter(segment -> !activity.positions().reach(segment.to()))
                .toList();
    }
}
