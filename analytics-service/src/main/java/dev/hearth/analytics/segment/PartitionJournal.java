package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.PartitionActivity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sets of a partition that this instance owns: acts go into memory at once, where they are read, and into the store
 * with the next {@link #flush}. Whatever was not flushed is read from the topic again.
 */
public final class PartitionJournal implements PartitionSets {
    private static final Logger LOG = Logger.getLogger(PartitionJournal.class);

    private final Chains chains;
    private final Segments segments;
    private final int mergeAt;
    private final PartitionActivity activity = new PartitionActivity();

    private volatile long position;
    private volatile boolean lost;
    // Of the flush under way; flushes never overlap.
    private volatile Chain chain;
    private volatile Additions unwritten = Additions.NONE;
    private @Nullable Uni<Void> underWay;

    private PartitionJournal(Chains chains, Segments segments, int mergeAt, Chain chain) {
        this.chains = chains;
        this.segments = segments;
        this.mergeAt = mergeAt;
        this.chain = chain;
        this.position = chain.position();
    }

    /** Takes the partition from whoever had it, clears away what was left half done, and loads its sets. */
    static Uni<PartitionJournal> open(Chains chains, Segments segments, int mergeAt, int partition, String owner) {
        return chains.claim(partition, owner)
                .flatMap(claimed -> cutWhereLost(chains, segments, claimed))
                .call(segments::removeAllBut)
                .map(chain -> new PartitionJournal(chains, segments, mergeAt, chain))
                .call(PartitionJournal::load);
    }

    @Override
    public PartitionActivity activity() {
        return activity;
    }

    @Override
    public long position() {
        return position;
    }

    /** How many offsets have been added that are not in the store. */
    public long unflushed() {
        return position - chain.position();
    }

    /**
     * Whether the store went another way: what is added here cannot be kept, and the partition has to be opened again.
     */
    public boolean isLost() {
        return lost;
    }

    /** Adds the acts of the records up to offset {@code to}. Not to be called from two threads at once. */
    public void add(List<Act> acts, long to) {
        activity.add(acts);
        position = to;
    }

    /**
     * Writes what was added. Of calls during a flush, all get its outcome. Fails with {@link ChainLostException} if the
     * store went another way; after any other failure the next flush goes on.
     */
    public synchronized Uni<Void> flush() {
        if (underWay == null) {
            underWay = write().onTermination().invoke(this::ended).memoize().indefinitely();
        }
        return underWay;
    }

    private synchronized void ended() {
        underWay = null;
    }

    private Uni<Void> write() {
        return Uni.createFrom()
                .deferred(this::writeAdditions)
                .flatMap(written -> mergeIfMany())
                .onFailure(ChainLostException.class)
                .invoke(failure -> lost = true);
    }

    private Uni<Void> writeAdditions() {
        // The position first: what is taken then holds at least all acts before it. More does no harm.
        long to = position;
        if (to == chain.position()) {
            return Uni.createFrom().voidItem();
        }
        unwritten = unwritten.then(activity.takeAdditions());
        Uni<Chain> longer = unwritten.isEmpty()
                ? Uni.createFrom().item(chain.advancedTo(to))
                : segments.add(chain.partition(), chain.position(), to, 0, unwritten)
                        .map(chain::with);
        return longer.flatMap(this::become).invoke(() -> unwritten = Additions.NONE);
    }

    private Uni<Void> mergeIfMany() {
        List<Segment> many = chain.mergeable(mergeAt);
        if (many.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return additionsOf(many)
                .flatMap(joined -> segments.add(
                        chain.partition(),
                        many.getFirst().from(),
                        many.getLast().to(),
                        many.getFirst().level() + 1,
                        joined))
                .flatMap(merged -> become(chain.merged(many, merged)))
                .flatMap(done -> remove(many))
                // The merged one may be one of many on its own level.
                .flatMap(done -> mergeIfMany());
    }

    private Uni<Void> become(Chain next) {
        return chains.replace(chain, next).invoke(done -> chain = done).replaceWithVoid();
    }

    private Uni<Void> remove(List<Segment> merged) {
        return segments.remove(merged)
                .onFailure()
                .invoke(failure -> LOG.debugf("merged segments stay until the next start: %s", failure.toString()))
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private Uni<Additions> additionsOf(List<Segment> several) {
        return Multi.createFrom()
                .iterable(several)
                .onItem()
                .transformToUniAndConcatenate(this::additionsOf)
                .collect()
                .in(Joined::new, Joined::then)
                .map(Joined::additions);
    }

    private Uni<Additions> additionsOf(Segment segment) {
        return segments.find(segment).map(found -> found.orElseThrow(() -> new ChainLostException(chain.partition())));
    }

    private Uni<Void> load() {
        return Multi.createFrom()
                .iterable(chain.segments())
                .onItem()
                .transformToUniAndConcatenate(this::additionsOf)
                .invoke(activity::add)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Chain> cutWhereLost(Chains chains, Segments segments, Chain claimed) {
        return segments.lost(claimed.segments()).flatMap(missing -> {
            if (missing.isEmpty()) {
                return Uni.createFrom().item(claimed);
            }
            LOG.warnf("the store has lost segments; the topic is read again partition=%d", claimed.partition());
            return chains.replace(claimed, claimed.without(missing));
        });
    }

    /** Collects additions in order. */
    private static final class Joined {
        private Additions additions = Additions.NONE;

        void then(Additions next) {
            additions = additions.then(next);
        }

        Additions additions() {
            return additions;
        }
    }
}
