package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Positions;
import dev.hearth.analytics.activity.Stretch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A partition that this instance owns: acts go into memory at once, where they are read, and into the store with the
 * next {@link #flush}. Whatever was not flushed is read from the topics again. Topics may be added to by different
 * threads.
 */
public final class PartitionJournal implements PartitionSets {
    private static final Logger LOG = Logger.getLogger(PartitionJournal.class);

    private final Chains chains;
    private final Segments segments;
    private final int mergeAt;
    private final PartitionActivity activity;

    private volatile boolean lost;
    // Of the flush under way; flushes never overlap.
    private volatile Chain chain;
    private volatile Stretch unwritten = new Stretch(Additions.NONE, Positions.START);
    private @Nullable Uni<Void> underWay;

    private PartitionJournal(Chains chains, Segments segments, int mergeAt, Chain chain, PartitionActivity activity) {
        this.chains = chains;
        this.segments = segments;
        this.mergeAt = mergeAt;
        this.chain = chain;
        this.activity = activity;
    }

    /**
     * Takes the partition from whoever had it, clears away what was left half done, and loads its sets.
     *
     * @param copy what this instance has read of it, which nobody else adds to; loaded is only what is not there
     */
    static Uni<PartitionJournal> open(
            Chains chains, Segments segments, int mergeAt, ChainId id, String owner, Copy copy) {
        return chains.claim(id, owner)
                .flatMap(claim -> cutWhereLost(chains, segments, claim.chain())
                        .call(segments::removeAllBut)
                        .map(chain -> new PartitionJournal(
                                chains, segments, mergeAt, chain, usable(copy, claim.before(), chain))))
                .call(PartitionJournal::load);
    }

    /** An empty partition, whatever the store has under that name. */
    static Uni<PartitionJournal> begin(Chains chains, Segments segments, int mergeAt, ChainId id, String owner) {
        return chains.begin(id, owner)
                .call(segments::removeAllBut)
                .map(chain -> new PartitionJournal(chains, segments, mergeAt, chain, new PartitionActivity()));
    }

    @Override
    public PartitionActivity activity() {
        return activity;
    }

    /** How often the read model was rebuilt before, and which partition. */
    public ChainId id() {
        return chain.id();
    }

    public int partition() {
        return chain.id().partition();
    }

    /** The next offset of the topic to apply. */
    public long position(String topic) {
        return activity.positions().of(topic);
    }

    /** How many offsets have been added that are not in the store. */
    public long unflushed() {
        return activity.positions().beyond(chain.positions());
    }

    /**
     * Whether the store went another way: what is added here cannot be kept, and the partition has to be opened again.
     */
    public boolean isLost() {
        return lost;
    }

    /** From now on the partition has to be opened again: another generation counts. */
    public void supersede() {
        lost = true;
    }

    /** Whether the store has that chain as this journal wrote it last, so that it may go on. */
    Uni<Boolean> isStill(ChainId id) {
        Chain mine = chain;
        return lost || !mine.id().equals(id)
                ? Uni.createFrom().item(false)
                : chains.find(id)
                        .map(found -> found.filter(stored ->
                                        stored.owner().equals(mine.owner()) && stored.version() >= mine.version())
                                .isPresent());
    }

    /** Adds the acts of a topic's records up to offset {@code to}. */
    public void add(List<Act> acts, String topic, long to) {
        activity.add(acts, topic, to);
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
        if (unflushed() == 0) {
            return Uni.createFrom().voidItem();
        }
        Stretch next = activity.takeAdditions();
        Stretch written = new Stretch(unwritten.additions().then(next.additions()), next.to());
        unwritten = written;
        Uni<Chain> longer = written.additions().isEmpty()
                ? Uni.createFrom().item(chain.advancedTo(written.to()))
                : segments.add(chain.id(), chain.positions(), written.to(), 0, written.additions())
                        .map(chain::with);
        return longer.flatMap(this::become).invoke(() -> unwritten = new Stretch(Additions.NONE, written.to()));
    }

    private Uni<Void> mergeIfMany() {
        List<Segment> many = chain.mergeable(mergeAt);
        if (many.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return additionsOf(many)
                .flatMap(joined -> segments.add(
                        chain.id(),
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
                .asList()
                .map(Additions::joined);
    }

    private Uni<Additions> additionsOf(Segment segment) {
        return segments.find(segment).map(found -> found.orElseThrow(() -> new ChainLostException(chain.id())));
    }

    private Uni<Void> load() {
        List<Segment> unread = chain.segments().stream()
                .filter(segment -> !activity.positions().reach(segment.to()))
                .toList();
        return Multi.createFrom()
                .iterable(unread)
                .onItem()
                .transformToUniAndConcatenate(this::additionsOf)
                .invoke(activity::add)
                .collect()
                .last()
                .invoke(() -> activity.reached(chain.positions()))
                .replaceWithVoid();
    }

    /** What was read under the owner before is what the chain begins with, unless the store lost some of it. */
    private static PartitionActivity usable(Copy copy, String before, Chain chain) {
        return copy.isOf(chain.id(), before)
                        && chain.positions().reach(copy.activity().positions())
                ? copy.activity()
                : new PartitionActivity();
    }

    private static Uni<Chain> cutWhereLost(Chains chains, Segments segments, Chain claimed) {
        return segments.lost(claimed.segments()).flatMap(missing -> {
            if (missing.isEmpty()) {
                return Uni.createFrom().item(claimed);
            }
            LOG.warnf(
                    "the store has lost segments; the topics are read again chain=%s",
                    claimed.id().text());
            return chains.replace(claimed, claimed.without(missing));
        });
    }
}
