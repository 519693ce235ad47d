package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.PartitionActivity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sets of a partition that another instance owns, read from the store: as fresh as its last flush. */
public final class PartitionFollower implements PartitionSets {
    private final Chains chains;
    private final Segments segments;
    private final ChainId id;

    private volatile Copy copy = Copy.NONE;

    PartitionFollower(Chains chains, Segments segments, ChainId id) {
        this.chains = chains;
        this.segments = segments;
        this.id = id;
    }

    @Override
    public PartitionActivity activity() {
        return copy.activity;
    }

    /** Reads what was written since the last call. Calls must not overlap. */
    public Uni<Void> refresh() {
        return chains.find(id)
                .flatMap(found -> found.map(this::catchUp)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> catchUp(Chain chain) {
        Copy before = copy;
        // A new owner may have cut the chain and named other members by the same ordinals: begin again.
        Copy base = before.owner.equals(chain.owner()) ? before : new Copy(chain.owner(), new PartitionActivity());
        List<Segment> unread = chain.segments().stream()
                .filter(segment -> !base.activity.positions().reach(segment.to()))
                .toList();
        return read(unread, base.activity)
                .map(all -> {
                    if (all) {
                        base.activity.reached(chain.positions());
                        copy = base;
                    }
                    return all;
                })
                .replaceWithVoid();
    }

    /** False if a segment has gone: merged into another meanwhile, which the next refresh finds. */
    private Uni<Boolean> read(List<Segment> unread, PartitionActivity into) {
        return Multi.createFrom()
                .iterable(unread)
                .onItem()
                .transformToUniAndConcatenate(segments::find)
                .map(found -> addIfPresent(found, into))
                .collect()
                .with(Collectors.reducing(true, Boolean::logicalAnd));
    }

    private static boolean addIfPresent(Optional<Additions> found, PartitionActivity into) {
        found.ifPresent(into::add);
        return found.isPresent();
    }

    private record Copy(String owner, PartitionActivity activity) {
        static final Copy NONE = new Copy("", new PartitionActivity());
    }
}
