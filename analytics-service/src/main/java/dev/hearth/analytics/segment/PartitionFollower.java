package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.PartitionActivity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The sets of a partition that another instance owns, read from the store: as fresh as its last flush. It goes over to
 * another generation with the first refresh that finds it as far as the one before.
 */
public final class PartitionFollower implements PartitionSets {
    private final Chains chains;
    private final Segments segments;
    private final Supplier<Uni<ChainId>> current;
    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile Copy shown = Copy.NONE;
    // Of the refresh under way; refreshes never overlap.
    private volatile Copy read = Copy.NONE;
    /** Whether what was read goes exactly as far as it says. */
    private volatile boolean whole = true;

    /** @param current which chain counts at the time of asking */
    PartitionFollower(Chains chains, Segments segments, Supplier<Uni<ChainId>> current) {
        this.chains = chains;
        this.segments = segments;
        this.current = current;
    }

    @Override
    public PartitionActivity activity() {
        return shown.activity();
    }

    /** Reads what was written since the last call. Of calls during another, or after {@link #release}, none does. */
    public Uni<Void> refresh() {
        return Uni.createFrom()
                .deferred(() -> busy.compareAndSet(false, true)
                        ? refreshOnce().onTermination().invoke(() -> busy.set(false))
                        : Uni.createFrom().voidItem());
    }

    /**
     * What was read last, for whoever takes the partition; empty if there is less than a whole. It is not read any
     * more.
     */
    Optional<Copy> release() {
        return busy.compareAndSet(false, true) && whole ? Optional.of(read) : Optional.empty();
    }

    private Uni<Void> refreshOnce() {
        return current.get()
                .flatMap(chains::find)
                .flatMap(found -> found.map(this::catchUp)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> catchUp(Chain chain) {
        // A new owner may have cut the chain and named other members by the same ordinals: begin again.
        Copy base = read.isOf(chain) ? read : Copy.of(chain);
        read = base;
        whole = false;
        return read(base.unread(chain), base.activity())
                .invoke(all -> {
                    if (all) {
                        base.activity().reached(chain.positions());
                        whole = true;
                        show(base);
                    }
                })
                .replaceWithVoid();
    }

    /** A copy that was begun again is shown once it is no step back. */
    private void show(Copy copy) {
        if (copy.activity().positions().reach(shown.activity().positions())) {
            shown = copy;
        }
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
}
